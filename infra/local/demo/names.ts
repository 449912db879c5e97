import type { Random } from "./random.ts";

/** Common surnames with their share in percent; the long tail stands for all others. */
const SURNAMES = {
  王: 7.1,
  李: 7.0,
  张: 6.7,
  刘: 5.1,
  陈: 4.6,
  杨: 3.2,
  黄: 2.4,
  赵: 2.2,
  吴: 2.1,
  周: 2.1,
  徐: 1.6,
  孙: 1.6,
  马: 1.4,
  朱: 1.3,
  胡: 1.3,
  林: 1.2,
  郭: 1.2,
  何: 1.2,
  高: 1.1,
  罗: 1.1,
  郑: 0.9,
  梁: 0.9,
  谢: 0.8,
  宋: 0.8,
  唐: 0.7,
  许: 0.7,
  邓: 0.7,
  冯: 0.6,
  韩: 0.6,
  曹: 0.6,
  曾: 0.6,
  彭: 0.5,
  萧: 0.5,
  蔡: 0.5,
  潘: 0.5,
  田: 0.5,
  董: 0.5,
  袁: 0.5,
  于: 0.5,
  余: 0.4,
  叶: 0.4,
  蒋: 0.4,
  杜: 0.4,
  苏: 0.4,
  魏: 0.4,
  程: 0.4,
  吕: 0.4,
  丁: 0.4,
  沈: 0.4,
  任: 0.3,
  姚: 0.3,
  卢: 0.3,
  单: 0.1,
  仇: 0.1,
  解: 0.1,
  区: 0.1,
  查: 0.1,
  尉迟: 0.05,
  欧阳: 0.1,
  覃: 0.1,
} as const;

/** Given names by the time they were given and the sex they were given to. */
const GIVEN = {
  old: {
    "1": "建国 建华 国强 志明 德明 永福 文华 玉林 长青 广生 明德 树林 国栋 福生 志强 兴华 忠良 正荣 金山 大勇".split(
      " ",
    ),
    "2": "秀英 桂兰 玉珍 淑华 凤英 素珍 桂英 秀兰 玉兰 淑芬 翠英 春梅 惠芳 月英 桂芳 素芬 金凤 玉芳 菊香 美珍".split(
      " ",
    ),
  },
  middle: {
    "1": "伟 军 勇 强 磊 涛 斌 杰 鹏 建军 志刚 海波 国平 晓东 永强 小平 立新 卫东 文斌 云飞".split(" "),
    "2": "丽 静 敏 艳 燕 娟 红 霞 玲 莉 海燕 晓燕 丽华 春燕 红梅 雪梅 小红 丽娟 冬梅 亚琴".split(" "),
  },
  young: {
    "1": "浩然 宇轩 子轩 俊杰 博文 天佑 一鸣 浩宇 梓豪 明轩 嘉豪 思远 子墨 宇航 睿 晨 阳 泽宇 皓轩 佳豪".split(" "),
    "2": "欣怡 梓萱 子涵 诗涵 雨桐 佳怡 思琪 梦瑶 语嫣 可欣 雅琪 若曦 紫萱 一诺 婷 雪 悦 依诺 芷若 欣妍".split(" "),
  },
} as const;

/** Names that would make a reader think of somebody everyone knows. */
const WELL_KNOWN = new Set("王勇 李强 李娜 刘翔 刘洋 张杰 陈伟 杨丽 马云 周杰 王菲 李明 张军 王强 李静".split(" "));

export function surname(random: Random): string {
  return random.weighted(SURNAMES);
}

/** A name as people born in that year were given; never that of a well-known person. */
export function fullName(random: Random, family: string, sex: "1" | "2", birthYear: number): string {
  const era = birthYear < 1965 ? "old" : birthYear < 1987 ? "middle" : "young";
  for (;;) {
    const name = family + random.pick(GIVEN[era][sex]);
    if (!WELL_KNOWN.has(name)) return name;
  }
}
