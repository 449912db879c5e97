/** Words that somebody who knows where they are would try first (ASVS 6.1.2); `SECURITY.md` lists them as well. */
export const CONTEXT_WORDS: readonly string[] = [
  ..."linli admin password passwd juweihui shequ jiedao zhuren committee community street director".split(" "),
  ..."邻里 居委会 居民委员会 社区 街道 区 主任 密码".split(" "),
];
