// Takes what a microphone hears, in pieces of a tenth of a second.
"use strict";
class Take extends AudioWorkletProcessor {
  constructor() {
    super();
    this.part = new Float32Array(4096);
    this.filled = 0;
  }

  process([[heard]]) {
    for (const value of heard ?? []) {
      this.part[this.filled++] = value;
      if (this.filled === this.part.length) {
        this.port.postMessage(this.part.slice());
        this.filled = 0;
      }
    }
    return true;
  }
}
registerProcessor("take", Take);
