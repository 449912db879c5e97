/** Amazon's regions in the mainland of China (中国大陆); Hong Kong is another jurisdiction for personal data. */
export const MAINLAND = ["cn-north-1", "cn-northwest-1"] as const;

/** Something that whoever deploys can decide, so its words are enough. */
export class RegionRefused extends Error {
  override readonly name = "RegionRefused";
}

/** Refuses a region where keeping residents' data would need a security assessment first. */
export function guardRegion(region: string, allowed: boolean): void {
  if (allowed || MAINLAND.some((name) => name === region)) return;
  throw new RegionRefused(
    [
      `Linli refuses to be deployed to ${region}: it keeps personal data of residents, and a state organ must keep`,
      "such data within the mainland of China (Personal Information Protection Law, article 36).",
      `Use ${MAINLAND.join(" or ")}. If a security assessment allows otherwise, add`,
      "  -c allowRegionOutsideMainland=true",
      `邻里拒绝部署到 ${region}：系统保存居民个人信息，依《个人信息保护法》第三十六条应当在境内存储。`,
      `请使用 ${MAINLAND.join(" 或 ")}；确已通过安全评估的，加上 -c allowRegionOutsideMainland=true。`,
    ].join("\n"),
  );
}
