import { defineCodes } from "../schema/codes.ts";

/** Kind of community event (活动类型). */
export const eventKind = defineCodes("eventKind", {
  trip: { zh: "出行", en: "Trip", aliases: ["采摘", "旅游"] },
  drill: { zh: "演练", en: "Drill" },
  lecture: { zh: "讲座", en: "Lecture" },
  show: { zh: "演出", en: "Show", aliases: ["文艺演出"] },
  campaign: { zh: "宣传", en: "Campaign" },
  training: { zh: "培训", en: "Training" },
  sanitation: { zh: "环境整治", en: "Sanitation", aliases: ["周末卫生日"] },
  other: { zh: "其他", en: "Other" },
});

/** The four things brought into the community (四进社区). */
export const into = defineCodes("into", {
  science: { zh: "科教", en: "Science" },
  culture: { zh: "文体", en: "Culture" },
  medicine: { zh: "医疗", en: "Medicine" },
  morality: { zh: "道德", en: "Morality" },
});

/** For whom an event is (参加对象). */
export const audience = defineCodes("audience", {
  everyone: { zh: "全体居民", en: "All residents" },
  elderly: { zh: "老年人", en: "Elderly" },
  children: { zh: "儿童青少年", en: "Children and young people" },
  women: { zh: "妇女", en: "Women" },
  families: { zh: "家庭", en: "Families" },
  volunteers: { zh: "志愿者", en: "Volunteers" },
  staff: { zh: "工作人员", en: "Staff" },
});

/** State of an event (活动状态). */
export const eventStatus = defineCodes("eventStatus", {
  planned: { zh: "筹备", en: "Planned" },
  open: { zh: "报名中", en: "Open for sign-up" },
  held: { zh: "已举办", en: "Held" },
  cancelled: { zh: "已取消", en: "Cancelled" },
});

/** How a sign-up reached the committee (报名渠道). */
export const channel = defineCodes("channel", {
  site: { zh: "现场", en: "At the desk" },
  phone: { zh: "电话", en: "By phone" },
  qr: { zh: "扫码", en: "By QR code" },
});

/** State of a sign-up (报名状态). */
export const signUpState = defineCodes("signUpState", {
  ok: { zh: "已报名", en: "Has a place" },
  waiting: { zh: "候补", en: "Waiting" },
  cancelled: { zh: "已取消", en: "Cancelled" },
  came: { zh: "到场", en: "Came" },
  absent: { zh: "未到", en: "Absent" },
});
