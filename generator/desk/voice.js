// Records a voice in the browser and puts it into the form as a WAV file, as if somebody had chosen one.
// Without a microphone, or without this script, the file field stays: any recording will do.
"use strict";
(() => {
  const box = document.querySelector("[data-voice]");
  const field = document.querySelector("#voice");
  if (!box || !field || !navigator.mediaDevices || !window.AudioWorkletNode) return;
  const [start, stop] = box.querySelectorAll("button");
  const [time, fault] = [box.querySelector("output"), box.querySelector("[role=alert]")];
  const heard = box.querySelector("audio");
  let running = null;
  box.hidden = false;

  start.addEventListener("click", async () => {
    fault.hidden = true;
    try {
      const sound = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
      const context = new AudioContext();
      await context.audioWorklet.addModule("/look/voice-take.js");
      const take = new AudioWorkletNode(context, "take", { numberOfOutputs: 0 });
      const parts = [];
      take.port.onmessage = (part) => {
        parts.push(part.data);
        time.textContent = String(Math.floor((parts.length * part.data.length) / context.sampleRate));
      };
      context.createMediaStreamSource(sound).connect(take);
      running = { sound, context, parts };
      start.disabled = true;
      stop.disabled = false;
      stop.focus();
    } catch {
      fault.hidden = false;
    }
  });

  stop.addEventListener("click", async () => {
    const { sound, context, parts } = running;
    sound.getTracks().forEach((track) => track.stop());
    await context.close();
    const file = new File([wav(parts, context.sampleRate)], "voice.wav", { type: "audio/wav" });
    const files = new DataTransfer();
    files.items.add(file);
    field.files = files.files;
    heard.src = URL.createObjectURL(file);
    heard.hidden = false;
    start.disabled = false;
    stop.disabled = true;
    start.focus();
  });

  function wav(parts, rate) {
    const count = parts.reduce((sum, part) => sum + part.length, 0);
    const view = new DataView(new ArrayBuffer(44 + 2 * count));
    const write = (at, word) => [...word].forEach((letter, n) => view.setUint8(at + n, letter.charCodeAt(0)));
    write(0, "RIFF");
    view.setUint32(4, 36 + 2 * count, true);
    write(8, "WAVEfmt ");
    view.setUint32(16, 16, true);
    view.setUint16(20, 1, true);
    view.setUint16(22, 1, true);
    view.setUint32(24, rate, true);
    view.setUint32(28, 2 * rate, true);
    view.setUint16(32, 2, true);
    view.setUint16(34, 16, true);
    write(36, "data");
    view.setUint32(40, 2 * count, true);
    let at = 44;
    for (const part of parts)
      for (const value of part) {
        view.setInt16(at, Math.max(-1, Math.min(1, value)) * 32767, true);
        at += 2;
      }
    return view.buffer;
  }
})();
