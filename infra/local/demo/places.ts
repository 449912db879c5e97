/** The demo district (演示区): no place on any map. */
export const AREA = { code: "500100", name: "示例市" } as const;

export const STREETS = [
  { code: "500100001", name: "清溪街道" },
  { code: "500100002", name: "松涛街道" },
  { code: "500100003", name: "云岭街道" },
] as const;

/** The community with all its records. */
export const POPULATED = { code: "500100001001", name: "桂花社区" } as const;
/** The community without records, for trying the import. */
export const EMPTY = { code: "500100001002", name: "银杏社区" } as const;

/** Communities that are there with figures of closed months and a handful of records. */
export const OTHERS = [
  { code: "500100001003", name: "香樟社区" },
  { code: "500100001004", name: "紫荆社区" },
  { code: "500100002001", name: "松涛社区" },
  { code: "500100002002", name: "望江社区" },
  { code: "500100002003", name: "石桥社区" },
  { code: "500100002004", name: "柳荫社区" },
  { code: "500100003001", name: "云岭社区" },
  { code: "500100003002", name: "翠竹社区" },
  { code: "500100003003", name: "梅园社区" },
  { code: "500100003004", name: "枫林社区" },
] as const;

export type Place = { readonly code: string; readonly name: string };
