"""The family's labels: what stands on its sheets, forms and tables, apart from how they are laid out.

A second language would need these and the prose that is built of facts in the modules. What begins with `ON_` is given
to the template of that sheet as `view.labels`; fields in braces are filled in by whoever lays out. A name of a part of
a sheet is what the clerk reads when that part had to be set smaller to fit.
"""

from __future__ import annotations

MONO = "ขาวดำ"

BANNER, BANNERS = "ป้ายไวนิล 300 x 100 ซม.", "ป้ายไวนิล"
BANNER_CONGRATULATES, BANNER_HONOURS, BANNER_YEAR = "ขอแสดงความยินดี", "ขอเชิดชูเกียรติ", "ปี {year}"
BANNER_COUNTED = "{count} {award}"
BANNER_WAYS = "บอกความเห็นได้ที่ {place}", "หรือโทร. {phone}"
BANNER_CALL = "บอกความเห็นได้ที่โทร. {phone}"
ON_BANNER = {"names": "ชื่อบนป้าย"}

BOARD_PLAN = "แผนติดป้ายประกาศ"
BOARD_PLAN_ASK, BOARD_PLAN_NUMBER = "สงสัยหรือแผ่นชำรุด", "โทร. {phone}"
BOARD_PLAN_CALL = f"{BOARD_PLAN_ASK} {BOARD_PLAN_NUMBER}"
BOARD_PLAN_PAPERS, BOARD_PLAN_UP, BOARD_PLAN_DOWN = "{pages} แผ่น", "ติด {day}", "เก็บ {day}"
ON_BOARD_PLAN = {
    "ask": BOARD_PLAN_ASK,
    "place": "ที่",
    "up": "ติด",
    "down": "เก็บ",
    "signs": "ลงชื่อ",
    "hang": "ติดที่ระดับสายตา อย่าให้หมุดหรือแผ่นอื่นทับคิวอาร์โค้ด แล้วสแกนด้วยโทรศัพท์หนึ่งครั้ง",
    "withdrawn": "เจ้าของภาพถอนความยินยอม สำนักงานจะโทรแจ้งให้เก็บแผ่นนั้นทันที ไม่ต้องรอวันเก็บ",
}

BOOKMARK = "ที่คั่นหนังสือ"
ON_THE_BACK = "รายชื่อทุกคนอยู่ด้านหลัง"

CALL_POSTER = "โปสเตอร์หลักเกณฑ์และกำหนดการ"
CALL_ASKS = "เลือกอย่างไร เมื่อไร และท่านร่วมให้คะแนนได้อย่างไร ปี {year}"
CALL_TELLS = "เลือกอย่างไร และรู้ผลเมื่อไร ปี {year}"
CALL_COUNTING = "กรรมการกำลังนับเสียงของท่าน"
CALL_SCAN = "สแกนเพื่อตอบแบบประเมิน {effort}"
CALL_OPENS, CALL_COUNTS = "เปิดรับวันที่", "นับคำตอบถึงวันที่"
ON_CALL_POSTER = {
    "hero": "คำเชิญ",
    "date": "วันสำคัญและวิธีตอบ",
    "criteria": "หลักเกณฑ์",
    "schedule": "กำหนดการ",
    "what_counts": "พิจารณาจากอะไรบ้าง",
    "now": "ขณะนี้",
}

CERTIFICATE, ALL_CERTIFICATES = "ประกาศเกียรติคุณ", "ประกาศเกียรติคุณทั้งหมด"
CERTIFICATE_OF = "ประกาศเกียรติคุณ {name}"
CERTIFICATE_DESIGNS = {"formal": "แบบทางการ", "modern": "แบบร่วมสมัย"}
CERTIFICATE_OPENING = "ขอมอบประกาศเกียรติคุณฉบับนี้ให้ไว้เพื่อแสดงว่า"
CERTIFICATE_WISH = "ขอให้รักษาคุณความดีนี้ไว้เป็นแบบอย่างที่ดี และมีความสุขความเจริญสืบไป"
CERTIFICATE_WISH_LATE = "เพื่อเชิดชูเกียรติและระลึกถึงคุณความดี อันเป็นแบบอย่างแก่ผู้อยู่ข้างหลังสืบไป"
CERTIFICATE_NUMBER = "เลขที่ {number}/{year}"
CERTIFICATE_CHOSEN = "ได้รับการคัดเลือกเป็น"
CERTIFICATE_CATEGORY, CERTIFICATE_YEAR = "ประเภท{ranked}", "ประจำปี {year}"
CERTIFICATE_POST = "ตำแหน่ง {position}  สังกัด {division}"
CERTIFICATE_TEAM = "สังกัด {division}"
CERTIFICATE_PAGE = "หน้าตรวจสอบประกาศเกียรติคุณ"
ON_CERTIFICATE = {"seal": "ตราหน่วยงาน", "words": "ข้อความประกาศเกียรติคุณ", "verify": "ตรวจสอบประกาศฉบับนี้"}

ORDER, ORDER_OF, ORDER_WAY = "ใบสั่งงานร้านพิมพ์", "ใบสั่งงานร้านพิมพ์ {called}", "ใบสั่งงาน"
ORDER_TEXT, ORDER_TEXT_WAY = "ข้อความใบสั่งงานร้านพิมพ์", "ข้อความใบสั่งงาน"
ORDER_STOCK = "กระดาษอาร์ตการ์ดด้าน 160 แกรม พิมพ์สี่สีหน้าเดียว"
ORDER_FINISHING = "ตัดตามเครื่องหมายมุม ไม่มีขอบขาว แผ่นที่ติดกลางแจ้งเคลือบพีวีซีด้าน"
ORDER_COPY, ORDER_PIECE = "แผ่น", "ผืน"
ORDER_VINYL = "ไวนิลทึบแสง 400 แกรมขึ้นไป หมึกทนแดด พิมพ์สี่สีหน้าเดียว"
ORDER_EYELETS = "พับขอบรอบด้าน 3 ซม. รีดกาวหรือเย็บ ตอกตาไก่ตามวงกลมนอกขอบ ทุก 50 ซม. และที่มุมทั้งสี่ ร้อยเชือกมาให้"
ORDER_BACKDROP = "ไวนิลด้านไม่สะท้อนแสงแฟลช 400 แกรมขึ้นไป ต่อผืนได้ รอยต่อต้องไม่ผ่านชื่อ ตรา หรือคิวอาร์โค้ด"
ORDER_FRAME = "ขึงกับโครงเวที พับขอบรอบด้าน 5 ซม. ตอกตาไก่ทุก 50 ซม. และที่มุมทั้งสี่ ติดตั้งก่อนวันพิธี"
ORDER_EVERYWHERE = "ป้ายประกาศ {villages} หมู่บ้าน และที่ทำการ"
ON_ORDER = {
    "of_year": "ปี",
    "sample": "(ตัวอย่าง ห้ามสั่งพิมพ์จริง)",
    "orders": "ผู้สั่งงาน",
    "phone": "โทรศัพท์",
    "job": "งานที่",
    "file": "ไฟล์",
    "trim": "ขนาดสำเร็จ",
    "mm": "มม.",
    "bleed": "พื้นที่ตัดตก",
    "bleed_where": "ทุกด้าน มีเครื่องหมายตัดที่มุม",
    "quantity": "จำนวน",
    "cm": "ซม.",
    "scaled": "ไฟล์เขียนย่อ 1 ต่อ %s ให้พิมพ์ขยาย %s เท่า",
    "stock": "กระดาษและสี",
    "finishing": "งานหลังพิมพ์",
    "colours": "สีในไฟล์",
    "colours_rgb": "RGB ทั้งไฟล์ ร้านแปลงเป็น CMYK เอง ไม่มีสีพิเศษ",
    "found": "ผลตรวจไฟล์",
    "pages": "จำนวนหน้า",
    "fonts": "แบบอักษร",
    "fonts_missing": "ไม่ได้ฝังในไฟล์:",
    "fonts_embedded": "ฝังในไฟล์ครบ",
    "photos": "ภาพที่คมพอ จุดต่อนิ้ว",
    "photo_of": "ภาพของ",
    "dpi": "จุดต่อนิ้ว",
    "coarse": "ภาพไม่ถึง %s จุดต่อนิ้ว อาจไม่คม ขอไฟล์ภาพใหญ่กว่านี้จากสำนักงาน",
    "code": "คิวอาร์โค้ด",
    "module": "ช่องละ",
    "module_small": "เล็กกว่า 0.75 มม. สแกนยาก",
    "ask": "สงสัยเรื่องไฟล์หรือจำนวน",
    "in_small": "ภาพย่อของไฟล์",
    "page": "หน้า",
    "page_of": "จาก",
}
ORDER_FIRST = "ก่อนพิมพ์จริง ขอตัวอย่างหนึ่งแผ่น แล้วสแกนคิวอาร์โค้ดบนแผ่นนั้นให้ติดก่อน"
ORDER_FIRST_WITHOUT = "ก่อนพิมพ์จริง ขอตัวอย่างหนึ่งแผ่น"

NEWSLETTER, NEWSLETTER_IN_OFFICE = "จดหมายข่าว", "จดหมายข่าวสำหรับเครื่องพิมพ์สำนักงาน"
NEWSLETTER_FOLDED, NEWSLETTER_PAGES = "พิมพ์ A3 สองหน้าแล้วพับครึ่ง", "{pages} หน้า"
NEWSLETTER_OF, NEWSLETTER_STORIES = "จดหมายข่าว {office}", "เรื่องของผู้ได้รับการคัดเลือก"
NEWSLETTER_FIGURES, NEWSLETTER_EVERYONE = "คัดเลือกอย่างไร และตัวเลขของปีนี้", "ผู้ได้รับการคัดเลือกทั้ง {counted}"
NEWSLETTER_ISSUE, NEWSLETTER_NEWS = "ฉบับพิเศษ ประกาศผลการคัดเลือก", "ผู้ได้รับการคัดเลือก {counted} จากคะแนนของประชาชนและกรรมการ"
CHART_TARGET, CHART_REPLIES = "เส้นดำคือเป้าหมายไม่น้อยกว่า{target}", " ปี {year} มีผู้ตอบ {replies} คน"
CHART_COUNT, CASES = "จำนวน{what}", "{count} เรื่อง"
ON_NEWSLETTER = {
    "satisfied": "ความพึงพอใจของประชาชน",
    "complaints": "เรื่องร้องเรียนรายปี",
    "aims": "ที่มาของโครงการ",
    "chosen_how": "วิธีการคัดเลือก",
    "photos": "ภาพพิธีมอบประกาศเกียรติคุณ",
    "steps": "ขั้นตอนของโครงการ",
    "stories": "เรื่องของผู้ได้รับการคัดเลือก",
}

OPEN_DATA, OPEN_DATA_TITLE, OPEN_DATA_CALLED = "ข้อมูลเปิด", "{title} ปี {year} (CSV)", "{title} (CSV)"
OFFICE_DATA = "ข้อมูลรวมของหน่วยงาน (JSON)"
OPEN_DATA_WINNERS, OPEN_DATA_FIGURES = "ผู้ได้รับการคัดเลือก", "ตัวเลขของรอบ"
WINNER_HEADS = (
    "ปี พ.ศ.",
    "หน่วยงาน",
    "ชื่อ",
    "ตำแหน่ง",
    "สังกัด",
    "ประเภท",
    "อันดับ",
    "ร้อยละความพึงพอใจ",
    "ผู้ตอบ (คน)",
    "คะแนนรวม",
    "หน้าเว็บ",
    "หมายเหตุ",
)
FIGURE_HEADS = ("ปี พ.ศ.", "หน่วยงาน", "เรื่อง", "รายการ", "ค่า", "หน่วย", "เป้าหมาย", "ผู้ตอบ (คน)", "หมายเหตุ")
OPEN_DATA_COUNT = "คะแนนไม่ระบุชื่อสำหรับนับใหม่"
COUNT_HEADS = (
    "ปี พ.ศ.",
    "หน่วยงาน",
    "ประเภท",
    "แถวที่",
    "คะแนนส่วนของกรรมการ",
    "ร้อยละความพึงพอใจ",
    "น้ำหนักความพึงพอใจ",
    "คะแนนรวม",
    "ลำดับเมื่อคะแนนรวมเท่ากัน",
    "อันดับ",
    "หมายเหตุ",
)
PERCENT, CASE, POINT, PERSON = "ร้อยละ", "เรื่อง", "คะแนน", "คน"
WEIGHT, BY_CHANNEL, BY_PLACE = "น้ำหนักคะแนน", "ผู้ตอบแยกตามช่องทาง", "ผู้ตอบแยกตามที่"
WITHIN = "{about} (ในจำนวนนี้)"
BY_ASPECT, WITHIN_95, ENDS = "ความพึงพอใจรายด้าน", "{about} (ช่วงเชื่อมั่น 95%)", ("ตั้งแต่", "ถึง")

POSTER, POSTER_NEWS = "โปสเตอร์ประกาศผล", "ประกาศผล"
WINNER_POSTER, WINNER_POSTER_OF, WINNER_POSTER_NEWS = "โปสเตอร์รายบุคคล", "โปสเตอร์ {name}", "ปี {year} {category}"

TO_HANG = "เริ่มที่นี่: แผ่นที่ต้องพิมพ์และติด"
TO_HANG_HEADING, TO_HANG_HEADING_SETS = "พิมพ์ {sheets} แผ่นนี้ อย่างละ {copies} แผ่น", "พิมพ์ {sheets} อย่างนี้ อย่างละ {copies} ชุด"
TO_HANG_WHERE, TO_HANG_WHERE_SETS = "ติดที่ {places} ที่ละหนึ่งแผ่น", "ติดที่ {places} ที่ละหนึ่งชุด"
TO_HANG_ALT = "ภาพย่อ {called}"
TO_HANG_SETS = "ขนาด {paper} {copies} ชุด ชุดละ {pages} แผ่น"
TO_HANG_COPIES, TO_HANG_SMALLER = "ขนาด {paper} {copies} แผ่น", "มีแต่เครื่อง A4 พิมพ์ {file}"
TO_HANG_DAYS = "ติด {up} ถึง {down}"
ON_TO_HANG = {
    "then": "พิมพ์ขนาดจริง 100% ติดแล้วสแกนคิวอาร์โค้ดบนแผ่นหนึ่งครั้ง แล้วลงชื่อในแผนติดป้าย แถวของป้ายนั้น "
    "ไฟล์อื่นเป็นขนาดและแบบอื่น ใช้เมื่อต้องการ",
}

SUMMARY, SUMMARY_INTERNAL = "สรุปผลหนึ่งหน้า", "สรุปผลและเรื่องที่ยังค้าง"
SUMMARY_BY = "{act} ก่อนวันที่ {day}"
REACHED = {
    (True, True): "ถึงเป้าหมายทั้งสองข้อ ประชาชนพึงพอใจ เรื่องร้องเรียนลดลง",
    (True, False): "ประชาชนพอใจถึงเป้าหมาย แต่เรื่องร้องเรียนยังไม่ลดลง",
    (False, True): "เรื่องร้องเรียนลดลง แต่ความพึงพอใจยังไม่ถึงเป้าหมาย",
    (False, False): "ปีนี้ยังไม่ถึงเป้าหมายทั้งสองข้อ",
    (True, None): "ประชาชนพอใจถึงเป้าหมาย",
    (False, None): "ความพึงพอใจของประชาชนยังไม่ถึงเป้าหมาย",
    (None, True): "เรื่องร้องเรียนลดลงตามเป้าหมาย",
    (None, False): "เรื่องร้องเรียนยังไม่ลดลง",
    (None, None): "",
}
"""The sentence above a summary, by whether satisfaction and complaints kept what was promised; None is not known."""
IN_YEAR = "ปี {year} {value}"
SUMMARY_ROUND, SUMMARY_RESULT, SUMMARY_REACH = "ปี {year}  ประกาศผล {day}", "ผลการคัดเลือก", "ประชาชนตอบแบบประเมินทางใดบ้าง"
HONOURED, STAFF, STAFF_AND_BUDGET = "คัดเลือก {counted} จากบุคลากร", "บุคลากร", "{staff} {people} คน  {budget}"
BUDGET = "งบประมาณ {sum}"
AT_LEAST, FEWER, PROMISED = "ไม่น้อยกว่า{target}", "ลดลงจากปีก่อน", "เป้าหมาย {target}"
REPLIES, YEAR_BEFORE = "ผู้ตอบ {replies} คน", "ปีก่อน {count} เรื่อง"
NO_YEAR_BEFORE, NO_FIGURE, REST_TOGETHER = "ไม่มีปีก่อนให้เทียบ", "ยังไม่มีตัวเลข", "ที่เหลือรวมกัน"
ON_SUMMARY = {
    "channels": "แยกตามช่องทาง",
    "places": "แยกตามพื้นที่",
    "internal": "ใช้ภายใน ห้ามเผยแพร่",
    "internal_how": "ใช้ภายใน ห้ามเผยแพร่  ผู้กรอกข้อมูลดูไฟล์และช่องที่ต้องแก้ของแต่ละเรื่องได้จากคำสั่ง tonbaep build",
    "pending": "เรื่องที่ยังค้าง",
    "nothing_pending": "ไม่มีเรื่องค้าง",
    "in_charge": "ผู้รับผิดชอบ",
    "until": "ภายในวันที่",
    "signs": ["ผู้จัดทำ", "รับทราบ"],
    "signed_on": "วันที่",
}

SURVEY_FORM, SURVEY_FORM_HEADING = "แบบประเมินฉบับกระดาษ", "แบบประเมินความพึงพอใจ"
SURVEY_FORM_TITLE = "แบบประเมินความพึงพอใจ ปี {year}"
SURVEY_FORM_LEAD, SURVEY_FORM_UNTIL, SURVEY_FORM_WAY = "ไม่ต้องเขียนชื่อผู้ตอบ {use}", "ส่งได้ถึง {day}", "{name}: {detail}"
SURVEY_FORM_USE = "คำตอบของท่านจะนำไปใช้ปรับปรุงการให้บริการ"
SURVEY_FORM_COUNTS = "คำตอบของท่านจะนำไปใช้ปรับปรุงการให้บริการ คำตอบที่ส่งภายใน {day} นับเป็นคะแนนคัดเลือก"
SURVEY_FORM_ASPECTS = (
    ("กระบวนการและขั้นตอน", ("ขั้นตอนไม่ยุ่งยาก บอกชัดว่าต้องทำอะไร", "รอไม่นาน และเรียงตามคิว", "มีป้ายบอกขั้นตอนและเวลาที่ใช้")),
    ("เจ้าหน้าที่", ("สุภาพ ยิ้มแย้ม", "เต็มใจช่วย และอธิบายเข้าใจง่าย", "ปฏิบัติกับทุกคนเท่ากัน")),
    ("สิ่งอำนวยความสะดวก", ("ที่นั่งรอ ห้องน้ำ และที่จอดรถเพียงพอ", "ผู้สูงอายุและผู้พิการใช้บริการได้สะดวก")),
    ("ผลของบริการ", ("ได้รับบริการครบถ้วน ถูกต้อง", "ตรงกับเรื่องที่มาติดต่อ")),
)
SURVEY_FORM_LEVELS = ("มากที่สุด", "มาก", "ปานกลาง", "น้อย", "น้อยที่สุด")
"""The levels from 5 to 1."""
ON_SURVEY_FORM = {
    "by_phone": "หรือตอบทางโทรศัพท์",
    "where": "1  หน่วยงานที่มาติดต่อ",
    "who": "เจ้าหน้าที่ที่ให้บริการ (ถ้าทราบชื่อ)",
    "how_well": "2  ท่านพึงพอใจเพียงใด โปรดวงกลมรอบตัวเลขข้อละหนึ่งตัว",
    "items": "ข้อคำถาม",
    "own_words": "3  ข้อเสนอแนะเพิ่มเติม",
}

SURVEY_POSTER, SURVEY_POSTER_TITLE = "โปสเตอร์แบบประเมิน", "ประเมินการให้บริการ{where} ปี {year}"
LEAFLET, LEAFLETS, TENT = "ใบปลิวแบบประเมิน", "ใบปลิวแบบประเมิน A5", "ป้ายตั้งโต๊ะ"
SURVEY_SPOT = "จุดบริการ {division}"
SURVEY_STEPS = ("เปิดกล้องโทรศัพท์ แล้วส่องที่คิวอาร์โค้ด", "แตะลิงก์ที่ขึ้นบนจอ", "ตอบแล้วกดส่ง {effort}")
ON_SURVEY_POSTER = {
    "headline": "หัวเรื่อง",
    "days": "กำหนดเวลา",
    "other_ways": "ทางอื่น",
    "without_phone": "ไม่มีโทรศัพท์มือถือ หรือไม่สะดวกสแกน",
    "phone": "โทรศัพท์",
}
TENT_HOURS = "เวลาทำการ"
ON_TENT = {
    "whole": TENT,
    "without_phone": "ไม่มีโทรศัพท์มือถือ หรือไม่สะดวกสแกน",
    "fold": "พับตามเส้นประเป็นเสาสามด้าน แล้วติดเทปที่ขอบ",
}

THANKS_POSTER, THANKS_POSTER_NEWS, THANKS_POSTER_OF = "โปสเตอร์ขอบคุณประชาชน", "ขอบคุณประชาชน", "เสียงของประชาชน ปี {year}"
ON_THANKS_POSTER = {"verdict": "ผลจากประชาชน", "title": "คำขอบคุณ"}

NEWSLETTER_GATE = "ทุกคนได้ความพึงพอใจจากประชาชนผู้มารับบริการไม่ต่ำกว่าร้อยละ {gate}"
CITIZENS_SHARE = ("จาก 100 คะแนน", "มาจากเสียงของประชาชน")
GATE_SHARE = ("ขึ้นไป", "คือความพึงพอใจที่ต้องได้จากประชาชน")
YOU_SAID_POSTER = "โปสเตอร์ท่านบอก เราทำ"
YOU_SAID_ALL, YOU_SAID_OTHERS = "อ่านทุกเรื่องได้ที่ {address}", "ยังมีเรื่องอื่นอีก สอบถามได้ที่ โทร. {phone}"
ON_YOU_SAID_POSTER = {"entries": "สิ่งที่ประชาชนบอกและสิ่งที่ทำ"}

NOTICE = "ประกาศของหน่วยงาน"
NOTICE_COPY = "ข้อความตามประกาศที่ออกเลขที่หรือลงวันที่ไว้แล้ว ฉบับที่ลงนามเก็บไว้ที่สำนักงาน"
