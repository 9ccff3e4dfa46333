import type { Random } from '../../kernel/random.ts'

const surnames = [...'赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹喻柏水章云苏潘葛范彭']
const given =
  `小满 知夏 清秋 向晚 望舒 听雨 迎春 立冬 白露 晓霜 初雪 暖阳 长风 远山 近水 青禾 稻香 麦穗 春苗 秋实 石榴 银杏
梧桐 海棠 木槿 丁香 茉莉 兰芷 采薇 采蘋 子衿 如意 平安 吉祥 常乐 有余 和顺 安康 勤俭 敬业 乐群 守信 明理 知礼 向善 同心`.split(
    /\s+/,
  )

/** Invented names of people, all different, in an order that the stream of numbers decides. */
export function inventedNames(count: number, random: Random): string[] {
  const all = surnames.flatMap((surname) => given.map((name) => surname + name))
  if (count > all.length) throw new Error('there are too few invented names')
  return random.shuffled(all).slice(0, count)
}

/** An invented name that somebody else may have too. */
export const inventedName = (random: Random): string => random.pick(surnames) + random.pick(given)
