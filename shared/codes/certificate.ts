import { defineCodes } from "../schema/codes.ts";

/** What a certificate says (证明种类). */
export const certificateKind = defineCodes("certificateKind", {
  residence: { zh: "居住证明", en: "Lives here" },
  family: { zh: "家庭成员证明", en: "Members of the household" },
  alive: { zh: "健在证明", en: "Is alive" },
  hardship: { zh: "家庭困难证明", en: "Hardship" },
  other: { zh: "其他", en: "Other" },
});

/** Where a certificate stands (证明状态, W04b). */
export const certificateState = defineCodes("certificateState", {
  asked: { zh: "已申请", en: "Asked for" },
  checked: { zh: "已核对名册", en: "Checked" },
  issued: { zh: "已出具", en: "Issued" },
  refused: { zh: "不予出具", en: "Refused" },
});

/** Why a certificate is refused (不予出具的理由). */
export const certificateGround = defineCodes("certificateGround", {
  differs: { zh: "与名册不符", en: "Differs from the register" },
  "other-office": { zh: "应由其他部门出具", en: "Another office certifies this" },
  "not-needed": { zh: "已取消，不需要证明", en: "No longer asked for by law" },
  papers: { zh: "材料不齐", en: "Papers are missing" },
});
