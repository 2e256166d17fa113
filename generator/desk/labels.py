"""The words of the desk's own pages; what fields are called is in the guide, what is wrong is said by the door."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import Text
from generator.thai.dates import long_date

if TYPE_CHECKING:
    from datetime import date

DESK = Text("โต๊ะทำงาน", "The desk")
SKIP = Text("ข้ามไปเนื้อหา", "Skip to the content")
NEXT = Text("ทำอะไรต่อ", "What comes next")
MENU = Text("หน้าทั้งหมด", "All pages")
YEAR = Text("ปี", "Year")
STEPS = Text("แปดขั้นตอน", "The eight steps")
TODO = Text("ต่อไปทำ", "To do next")
NOTHING = Text("ไม่มีเรื่องค้าง", "Nothing is open")
WRONG = Text("ที่ต้องแก้หรือยังขาด", "To be mended or still missing")
DOUBTS = Text("ที่ควรดูอีกครั้ง", "Worth another look")
SOUND = Text("ข้อมูลถูกต้องครบ", "The records are sound and complete")
TODAY = Text("ติดหรือแจกวันนี้", "Hang or hand out today")
NOT_BUILT = Text("ยังไม่ได้สร้าง", "not built yet")
BEHIND = Text(
    "ข้อมูลหรือวันเปลี่ยนไปหลังสร้างทั้งชุดครั้งล่าสุด สร้างใหม่ก่อนพิมพ์",
    "Records or day have changed since everything was built: build again before you print",
)
NO_SHEETS = Text("ยังไม่มีแผ่นสำหรับวันนี้ สั่งสร้างสื่อก่อน", "No sheets for today yet: build first")
CHECK = Text("ตรวจข้อมูล", "Check the records")
BUILD = Text("สร้างสื่อทั้งชุด", "Build everything")
DO = Text("สั่งงาน", "Commands")
DO_LEAD = Text("ทุกคำสั่งของโปรแกรม กดแล้วรออ่านผลได้เลย", "Every command of the program: press, and read what it says")
RUN = Text("เริ่ม", "Begin")
SURE = Text("ทราบแล้วว่าคำสั่งนี้แก้ข้อมูลหรือแจกออกไป", "I know that this changes the records or is handed out")
RARE = Text("ครั้งแรก หรือเมื่อโปรแกรมบอกให้ติ๊ก", "the first time, or where the program asks for it")
MISSING = Text("ยังเริ่มไม่ได้ ขาด:", "Cannot begin without:")
BUSY = Text("คำสั่งก่อนหน้ายังทำอยู่ รอให้เสร็จก่อน", "The command before is still running")
RUNNING = Text("กำลังทำ", "Working")
GO = Text("ทำเลย", "Do it")
EXCEL = Text("กรอกใน Excel", "In Excel")
EXCEL_LEAD = Text(
    "กรอกหลายคนหลายหมู่บ้านพร้อมกัน แล้วนำกลับมา โปรแกรมให้ดูทุกบรรทัดก่อนบันทึก",
    "Fill in many at once and bring the workbook back; every line is shown before it is saved",
)
EXCEL_OUT = Text("1 เอาออกไปกรอก", "1 Take it out")
EXCEL_OUT_HELP = Text(
    "ไฟล์มีข้อมูลที่บันทึกแล้ว รวมทั้งรายชื่อที่ยังเป็นความลับ เก็บให้ดี",
    "It holds what is saved, names that are still secret as well: keep it safe",
)
EXCEL_OUT_GO = Text("ดาวน์โหลดไฟล์ Excel", "Download the workbook")
EXCEL_IN = Text("2 นำกลับเข้ามา", "2 Bring it back")
EXCEL_IN_HELP = Text(
    "นามสกุล .xlsx ถ้ามีช่องผิด จะได้ไฟล์คืนพร้อมสีและคำบอกในช่องนั้น",
    "An .xlsx file; where cells are wrong it comes back with colours and remarks",
)
EXCEL_FILE = Text("ไฟล์ Excel ที่กรอกแล้ว", "The filled-in workbook")
EXCEL_WRONG = Text("ยังบันทึกไม่ได้ แก้ในไฟล์ก่อน", "Not saved yet: mend the workbook first")
EXCEL_MARKED = Text("ดาวน์โหลดไฟล์ที่บอกจุดผิด", "Download the workbook with its faults marked")
NO_BOOK = Text("ยังไม่ได้เลือกไฟล์ Excel", "No workbook was chosen")
WHOLE = Text("วางชื่อเต็มจาก Word", "Paste a whole name")
WHOLE_HELP = Text(
    "คำนำหน้า ชื่อ และนามสกุลติดกันมาก็ได้ กด แบ่งชื่อ แล้วตรวจสามช่องข้างล่าง",
    "Title, first name and surname in one: press Divide, then check the three fields below",
)
DIVIDE = Text("แบ่งชื่อ", "Divide")
VOICE = Text("อัดเสียงอ่านบท", "Record a voice")
VOICE_LEAD = Text(
    "เลือกบท อ่านให้จบหนึ่งรอบ แล้วกดเก็บเสียง โปรแกรมตัดช่วงเงียบและปรับระดับเอง",
    "Choose a script and read it once; silence is cut and the level is set for you",
)
VOICE_NONE = Text("ยังไม่มีบทให้อ่าน กรอกข้อมูลให้ครบก่อน", "There is no script yet: complete the records first")
VOICE_SCRIPT = Text("บท", "Script")
VOICE_CHOOSE = Text("แสดงบทนี้", "Show this script")
VOICE_START = Text("เริ่มอัด", "Record")
VOICE_STOP = Text("หยุด", "Stop")
VOICE_REFUSED = Text(
    "ใช้ไมโครโฟนไม่ได้ อนุญาตในเบราว์เซอร์ หรือเลือกไฟล์ที่อัดจากโทรศัพท์",
    "The microphone was refused: allow it, or choose a file from a phone",
)
VOICE_FILE = Text("ไฟล์เสียง (WAV, MP3, M4A)", "Sound file (WAV, MP3, M4A)")
VOICE_READER = Text("ชื่อเจ้าของเสียง ใช้ภายใน", "Name of the reader (internal)")
VOICE_CHIME = Text("มีเสียงสัญญาณนำ", "with a chime in front")
VOICE_TWICE = Text("เล่นสองรอบในตัว", "twice in the file")
VOICE_PUBLISH = Text("เจ้าของเสียงยินยอมให้ฟังบนเว็บไซต์", "the reader agrees to be heard on the site")
VOICE_TAKE = Text("เก็บเสียง", "Take it in")
VOICE_MISSING = Text("ยังไม่มีไฟล์เสียง อัดเสียงหรือเลือกไฟล์ก่อน", "There is no sound: record or choose a file")
SECONDS = Text("วินาที", "seconds")
PHONE = Text("เปิดดูบนโทรศัพท์", "On a telephone")
PHONE_LEAD = Text(
    "ให้คนที่อยู่ในวงเครือข่ายเดียวกันเปิดเว็บไซต์ที่สร้างแล้วบนโทรศัพท์ เห็นเท่าที่ประชาชนเห็นวันนี้",
    "Somebody in the same network opens the finished site on a telephone, and sees what citizens may see today",
)
PHONE_START = Text("เปิด", "Open it")
PHONE_STOP = Text("ปิด", "Close it")
PHONE_OPEN = Text("สแกนด้วยโทรศัพท์ ใช้ได้ 30 นาที หรือจนกว่าจะกดปิด", "Scan it; it works for 30 minutes, or until it is closed")
PHONE_NOTHING = Text(
    "ยังไม่มีเว็บไซต์ให้ดู หรือเครื่องนี้ไม่ได้ต่อเครือข่าย สร้างสื่อก่อน แล้วต่อ Wi-Fi",
    "There is no site yet, or no network: build first, then join one",
)
PHONE_REFUSED = Text("เครือข่ายไม่ยอมให้เปิด:", "The network refused it:")
PHONE_FIREWALL = Text("Windows จะถามครั้งแรก ให้กด อนุญาต เฉพาะเครือข่ายส่วนตัว", "Windows asks once: allow private networks")
DONE = Text("เสร็จแล้ว", "Done")
FELL_SHORT = Text("เสร็จแล้ว มีเรื่องต้องดู", "Done; something is worth a look")
NOT_DONE = Text("ยังทำไม่ได้ แก้จุดเหล่านี้ก่อน", "Not done: mend these first")
KEEP_SHOWN = Text("ถูกต้อง เก็บตามนี้", "Right, keep this")
NO_JOB = Text("ยังไม่ได้สั่งอะไร", "Nothing was begun yet")
FOLDER = Text("เปิดโฟลเดอร์ที่มีไฟล์", "Open the folder with the files")
OPENED = Text("เปิดโฟลเดอร์แล้ว", "The folder is open")
FIX = Text("แก้ไข:", "Mend:")
FILL = Text("กรอกช่องนี้", "fill in this field")
LOOK = Text("ดูสิ่งที่จะเปลี่ยน", "See what would change")
SAVE = Text("บันทึก", "Save")
UNDO = Text("ย้อนกลับ", "Take back")
SAVED = Text("บันทึกแล้ว", "Saved")
UNDONE = Text("ย้อนกลับแล้ว", "Taken back")
NO_UNDO = Text("ไม่มีสิ่งที่ย้อนกลับได้ หรือไฟล์ถูกแก้จากที่อื่นแล้ว", "There is nothing to take back, or the file was changed elsewhere")
UNCHANGED = Text("ไม่มีอะไรเปลี่ยน", "Nothing changes")
PICK = Text("จานสีสำหรับ", "Pick:")
DRAFT = Text("ร่างที่ยังไม่บันทึก", "Not saved yet")
DRAFT_TAKE = Text("ทำต่อ", "Go on with it")
DRAFT_DROP = Text("ทิ้งร่าง", "Throw it away")
DRAFT_TAKEN = Text(
    "นำร่างกลับมาแล้ว ยังไม่ได้บันทึก ตรวจแล้วกด ดูสิ่งที่จะเปลี่ยน",
    "Here it is again, not saved yet: read it, then press See what would change",
)
DRAFT_MOVED = Text(
    "ไฟล์ถูกแก้หลังจากพิมพ์ร่างนี้ ช่องที่ร่างไม่ได้แก้แสดงตามไฟล์",
    "The file was changed since: what this draft did not touch is shown as the file has it",
)
LEAVE = Text("ยังไม่ได้บันทึก ออกจากหน้านี้หรือไม่", "Nothing is saved yet. Leave this page?")
EMPTIED = Text("(ว่าง)", "(empty)")
FILE_LINES = Text("บรรทัดในไฟล์", "the lines of the file")
PART_MISSING = Text("ยังไม่ได้กรอกส่วนนี้", "this part is not filled in")
REFUSED = Text(
    "ยังบันทึกไม่ได้ แก้ช่องเหล่านี้ก่อน สิ่งที่พิมพ์ไว้ยังอยู่ครบ", "Not saved yet: mend these fields first. What you typed is still here"
)
STALE = Text(
    "ไฟล์นี้ถูกแก้จากที่อื่นหลังเปิดหน้านี้ จึงไม่เขียนทับ",
    "This file was changed elsewhere after the page was opened, so nothing was overwritten",
)
THEIRS = Text("ที่เปลี่ยนไปแล้วในไฟล์", "What has changed in the file")
YOURS = Text("ที่ท่านจะเปลี่ยน", "What you would change")
AGAIN = Text("เปิดหน้านี้ใหม่จากไฟล์", "Open this page anew from the file")
BROKEN = Text("อ่านไฟล์นี้ไม่ได้ ต้องแก้ในไฟล์ก่อน", "This file cannot be read: mend it in the file first")
PEN_CANNOT = Text(
    "ไฟล์ตรงนี้เขียนในแบบที่ต้องแก้ด้วยมือ เปิดไฟล์แก้ แล้วเปิดหน้านี้ใหม่",
    "Only a hand can change this place of the file. Change it there, and open this page anew",
)
NOT_ALL = Text("ส่วนนี้ยังไม่ได้เขียน", "Not written yet")
REQUIRED = Text("ต้องกรอก", "required")
SUCH_AS = Text("เช่น", "such as")
INHERITED = Text("ไม่เขียน คือใช้ตามโครงการฐาน:", "left empty, it is as the base says:")
PER_LINE = Text("บรรทัดละหนึ่งข้อ", "one on each line")
UNSAID = Text("ไม่ระบุ", "not said")
ALL_PAPERS = Text("ทุกฉบับที่ทำได้แล้ว", "all that can be made by now")
ADD = Text("เพิ่ม", "Add")
REMOVE = Text("ลบ", "Remove")
UP = Text("เลื่อนขึ้น", "Move up")
DOWN = Text("เลื่อนลง", "Move down")
ENTRY = Text("ข้อที่", "Entry")
PICTURE = Text("ภาพ", "Photo")
FOCUS = Text("แตะที่ใบหน้าในภาพ", "Tap the face in the photo")
FOCUS_HELP = Text(
    "แตะที่ใบหน้า หรือกดปุ่มเลื่อน ภาพขวาคือที่จะเห็นบนสื่อ",
    "Tap the face, or move with the buttons; beside it is what pieces will show",
)
TAP = Text(
    "แตะที่ใบหน้าในภาพ หรือถ่ายใหม่ให้ใกล้ขึ้น หันหน้าเข้ากล้อง ไม่ย้อนแสง",
    "Tap the face in the photo, or take it again: nearer, facing the camera, with the light behind you",
)
FOCUS_FOUND = Text("พบใบหน้าแล้ว ไม่ต้องแตะก็ได้ ถ้าผิดคนให้แตะใหม่", "A face was found; tap only if it is another's")
LEFT = Text("ซ้าย", "Left")
RIGHT = Text("ขวา", "Right")
HIGHER = Text("ขึ้น", "Up")
LOWER = Text("ลง", "Down")
PHOTO = Text("ใส่ภาพจากไฟล์", "Photo from a file")
PHOTO_HELP = Text(
    "ลากไฟล์มาวางบนปุ่ม หรือกดเลือกไฟล์จากกล้องหรือโทรศัพท์ แล้วกด ตรวจภาพ",
    "Drop a file on the button, or choose one from camera or phone; then press Try the photo",
)
PHOTO_TRY = Text("ตรวจภาพ", "Try the photo")
PHOTO_GOOD = Text(
    "ภาพนี้ใช้ได้ พบใบหน้าเดียว เขียนข้อความแทนภาพ แล้วกด ดูสิ่งที่จะเปลี่ยน",
    "This photo will do: one face was found. Write what is to be seen in it, then press See what would change",
)
PHOTO_TAKEN = Text("รับภาพไว้แล้ว แต่ควรดูอีกครั้ง", "The photo was taken, but is worth another look")
NO_PHOTO = Text("ยังไม่ได้เลือกไฟล์", "No file was chosen")
NO_ID = Text(
    "ใส่ชื่ออังกฤษสั้นของคนก่อน ไฟล์ภาพจะได้ชื่อตามนั้น", "Give this person a short Latin name first: the file is called by it"
)
PAST = Text("เคยได้รับการคัดเลือกในปีอื่น", "Chosen in another year")
PAST_HELP = Text(
    "พิมพ์ชื่อหรือปี เลือกจากรายการ แล้วกด ใส่ข้อมูลคนนี้ ประวัติสองปีจะถึงกันบนเว็บไซต์",
    "Type a name or a year, choose from the list, then press Take this person: the site then leads from year to year",
)
PAST_TAKE = Text("ใส่ข้อมูลคนนี้", "Take this person")
PAST_NONE = Text("ไม่พบคนนี้ในปีอื่น ลองพิมพ์เพียงชื่อตัว", "Nobody of that name in another year: try the first name alone")
PAST_MANY = Text("พบหลายคน พิมพ์ให้ครบทั้งชื่อและปี:", "Several people are meant: type name and year in full:")
SEAL = Text("ตราของหน่วยงาน", "The office’s seal")
SEAL_FILE = Text("ใส่ตราจากไฟล์", "Seal from a file")
SEAL_HELP = Text(
    "ไฟล์ภาพ PNG หรือ JPG ใหญ่เท่าที่มี ลากมาวางหรือกดเลือก แล้วกด ใส่ตรา",
    "A PNG or JPG as large as there is: drop it here or choose it, then press Take the seal",
)
SEAL_TAKE = Text("ใส่ตรา", "Take the seal")
SEAL_TAKEN = Text(
    "รับตราไว้แล้ว เลือกสีจากตราได้ข้างล่าง แล้วกด ดูสิ่งที่จะเปลี่ยน",
    "The seal was taken. Choose its colours below, then press See what would change",
)
SEAL_COLOURS = Text("สีที่มีมากในตรา กดเพื่อใช้", "Colours of the seal: press to use one")
KRUT = Text("ภาพครุฑ", "The krut")
KRUT_FILE = Text("ใส่ภาพครุฑจากไฟล์", "Krut from a file")
KRUT_HELP = Text(
    "ไฟล์ภาพ PNG หรือ JPG ที่หน่วยงานใช้ในหนังสือ สูงอย่างน้อย 400 พิกเซล ลากมาวางหรือกดเลือก แล้วกด ใส่ครุฑ",
    "The PNG or JPG of the office’s letters, at least 400 pixels high: drop or choose it, then press Take the krut",
)
KRUT_TAKE = Text("ใส่ครุฑ", "Take the krut")
KRUT_TAKEN = Text("รับภาพครุฑไว้แล้ว กด ดูสิ่งที่จะเปลี่ยน", "The krut was taken. Press See what would change")
AS_MAIN = Text("ใช้เป็นสีหลัก", "As main colour")
AS_SECOND = Text("ใช้เป็นสีเน้น", "As second colour")
CONSENT_LEAD = Text("ใครยินยอมให้ใช้ภาพที่ไหนบ้าง กดชื่อเพื่อแก้", "Who agreed to be shown, and where. Choose a name to change it")
CONSENT_NONE = Text("ไม่มี: เผยแพร่เพียงชื่อ ตำแหน่ง และผล", "None: only name, post and result are published")
CONSENT_BACK = Text("ถอนแล้วเมื่อ", "Withdrawn on")
HIDDEN = Text("ไม่เปิดเผยชื่อ", "The name is not published")
NAMELESS = Text("ยังไม่มีชื่อ", "no name yet")
NOT_WRITTEN = Text(
    "เขียนไฟล์ไม่สำเร็จ เนื้อที่ดิสก์เต็ม หรือมีโปรแกรมอื่นเปิดไฟล์ค้างอยู่ ไฟล์เดิมยังอยู่ครบ และสิ่งที่พิมพ์ไว้ยังอยู่",
    "The file could not be written: the disk is full, or another program holds it. Nothing that you typed is lost",
)
OUR_FAULT = Text(
    "โปรแกรมทำงานผิดพลาดเอง ไฟล์ข้อมูลยังอยู่ครบ สาเหตุอยู่ในหน้าต่างของโปรแกรม",
    "The program itself failed. The records are whole; the program’s window shows the cause",
)
NOT_HERE = Text("ไม่มีหน้านี้", "There is no such page")
NOT_ALLOWED = Text(
    "เปิดโต๊ะทำงานใหม่จากไฟล์ เริ่มใช้งาน หรือจากหน้าต่างของโปรแกรม หน้านี้ใช้ได้เฉพาะที่เปิดจากตรงนั้น",
    "Open the desk anew from its file, or from the program’s window",
)
TOO_LARGE = Text("สิ่งที่ส่งมาใหญ่เกินไป", "This is too large to be taken")
BEGIN = Text("เริ่มโครงการของหน่วยงาน", "Begin a project of your own")
BEGIN_LEAD = Text(
    "ตอบเท่าที่ทราบ ข้อใดยังไม่แน่เว้นไว้ แก้ได้ทุกข้อภายหลัง ข้อถัดไปคือใส่คนแรกแล้วดูโปสเตอร์",
    "Answer what you know and leave the rest for later; next comes the first person, and a poster to look at",
)
BEGIN_FOLDER = Text("ข้อมูลจะเก็บในโฟลเดอร์", "The records will be kept in")
BEGIN_YEAR = Text("ปีของรอบแรก (พ.ศ.)", "year of the first round (Buddhist era)")
BEGIN_YEAR_WRONG = Text("ใส่ปี พ.ศ. สี่หลัก เช่น 2569", "four digits of the Buddhist era, such as 2569")
BEGIN_GO = Text("เริ่มเลย", "Begin")

SHOWN = Text("ตัวอย่าง", "How it looks")
SHOWN_LEAD = Text("ทำจากข้อมูลที่บันทึกแล้ว เห็นในเครื่องนี้เท่านั้น", "Made of what is saved, seen on this machine alone")
SHOWN_FILLED = Text("ช่องที่ยังไม่ได้กรอกใช้ตัวอย่างแทนไปก่อน", "What is still open is filled in with examples")
SHOWN_DRAFT = Text("ทำจากที่พิมพ์อยู่ ยังไม่ได้บันทึก", "Made of what is typed, not saved yet")
SHOWN_POSTER = Text("แผ่น", "Sheet")
SHOWN_PAGE = Text("หน้าเว็บ", "Page")

STATES = {
    "done": Text("เสร็จแล้ว", "done"),
    "now": Text("กำลังทำ", "now"),
    "next": Text("ขั้นต่อไป", "next"),
    "later": Text("ยังไม่ถึง", "later"),
    "over": Text("พ้นวันแล้ว", "over"),
    "late": Text("เลยกำหนด", "late"),
    "none": Text("ไม่มี", "none"),
}
"""How a step stands, by its name in `disclosure`."""


def by(day: date) -> Text:
    """Return by when something is to be done."""
    return Text(f"ภายใน {long_date(day)}", f"by {day.isoformat()}:")


def photo_wanted(side: int, face: int) -> Text:
    """Return what to ask of a photographer whose picture is too small."""
    return Text(
        f"บอกช่างภาพว่า: ขอไฟล์ต้นฉบับ กว้างและสูงอย่างน้อย {side:,} พิกเซล ใบหน้าสูงอย่างน้อย {face} พิกเซล "
        "ส่งเป็นไฟล์แนบหรือ USB ไม่ส่งเป็นภาพในแชต",
        f"Ask the photographer for the original: at least {side:,} pixels wide and high, the face {face} pixels high, "
        "as an attached file or on a stick, not as a picture in a chat",
    )


def past_taken(year: int) -> Text:
    """Return that somebody was taken over from another year."""
    return Text(
        f"ใส่ชื่อ ตำแหน่ง และสังกัดตามปี {year} แล้ว ตรวจว่ายังเป็นปัจจุบัน",
        f"Name, post and division are as in {year}: see whether they still hold",
    )


def typed_at(moment: str) -> Text:
    """Return when a draft was typed."""
    return Text(f"พิมพ์ไว้เมื่อ {moment}", f"typed on {moment}")


def lines(count: int) -> Text:
    """Return how much would change."""
    return Text(f"แก้ {count} บรรทัด", f"{count} lines change" if count > 1 else "1 line changes")


def still_open(count: int) -> Text:
    """Return how many fields of a page are open."""
    return Text(f"ยังไม่ได้กรอก {count} ช่อง", f"{count} fields are open" if count > 1 else "1 field is open")


def progress(done: int, of: int) -> Text:
    """Return how far a command has come."""
    return Text(f"{RUNNING.th} {done} จาก {of}", f"{RUNNING.en} {done} of {of}") if of else RUNNING


def entry(number: int) -> Text:
    """Return what an entry of a list without a name is called."""
    return Text(f"{ENTRY.th} {number}", f"{ENTRY.en} {number}")


def joined(*texts: Text | str, between: str = " ") -> Text:
    """Return texts as one, with what stands between them."""
    both = [text if isinstance(text, Text) else Text(text, text) for text in texts]
    return Text(between.join(text.th for text in both), between.join(text.en for text in both))
