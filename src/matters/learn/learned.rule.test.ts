import { expect, test } from 'vitest'
import { randomFrom } from '../../kernel/random.ts'
import { learn, leastTaught, steepnessBy } from './learned.rule.ts'
import { type Decided, guess, likelihoodsOf } from './linear.rule.ts'
import { pack, unpack } from './pack.rule.ts'
import { percentOf, pointTo } from './point.rule.ts'

const said: Readonly<Record<string, readonly string[]>> = {
  LIGHT: ['路灯不亮', '楼道黑', '灯泡坏了', '晚上看不见'],
  WATER: ['下水堵了', '污水外溢', '井盖冒水', '臭味很大'],
  NOISE: ['半夜唱歌', '音响太吵', '睡不着觉', '装修噪声'],
}
const places = ['东门', '西门', '三号楼', '小花园', '菜场边']

/** So many texts, each of two things that are said of its label and a place. */
function texts(count: number, seed = 1): Decided[] {
  const random = randomFrom(seed)
  return Array.from({ length: count }, () => {
    const label = random.pick(Object.keys(said))
    return {
      label,
      words: `${random.pick(places)}${random.pick(said[label]!)}，${random.pick(said[label]!)}`,
    }
  })
}

test('it says what it is worth on the last fifth, and how likely each label is', () => {
  const learned = learn(texts(200))!
  expect(learned).toMatchObject({ taught: 200, tried: 40, right: 40 })
  const [first, ...others] = guess(learned.model, '菜场边的路灯不亮，晚上看不见')
  expect(first).toMatchObject({ label: 'LIGHT', because: expect.arrayContaining(['路灯不亮']) })
  const sum = others.reduce((all, one) => all + one.likelihood, first!.likelihood)
  expect(sum).toBeCloseTo(1, 9)
})

test('of too few cases, or of one matter alone, nothing is learned; nor where keywords know as well', () => {
  expect(learn(texts(leastTaught - 1))).toBeNull()
  expect(learn(texts(200).filter(({ label }) => label === 'LIGHT'))).toBeNull()
  const knows = new Map(texts(200).map(({ words, label }) => [words, label]))
  expect(learn(texts(200), (words) => knows.get(words) ?? null)).toBeNull()
  expect(learn(texts(200), () => 'LIGHT')).not.toBeNull()
})

test('a matter that was decided fewer than five times is not learned', () => {
  const rare = Array.from({ length: 4 }, () => ({ label: 'RARE', words: '门口有马蜂窝' }))
  const { model, taught } = learn([...rare, ...texts(200)])!
  expect(model.labels).toEqual(['LIGHT', 'NOISE', 'WATER'])
  expect(taught).toBe(200)
})

test('runs that stand in fewer than three texts are nowhere in what is kept', () => {
  const some = texts(200)
  const named = some.map((one, at) => (at < 2 ? { ...one, words: `${one.words}，欧阳锋说的` } : one))
  const told = some.map((one, at) => (at < 3 ? { ...one, words: `${one.words}，欧阳锋说的` } : one))
  expect(pack(learn(named)!.model).runs.filter((run) => /[欧阳锋]/.test(run))).toEqual([])
  expect(pack(learn(told)!.model).runs).toContain('欧阳锋')
})

test.each([1, 2, 3, 4, 5])('what is kept says the same as what was learned, seed %i', (seed) => {
  const { model } = learn(texts(120, seed))!
  const kept = unpack(pack(model))
  expect(kept).toEqual(model)
  for (const { words } of texts(20, seed + 100)) expect(guess(kept, words)).toEqual(guess(model, words))
})

test('bytes that begin at an odd place in a larger buffer are read all the same', () => {
  const packed = pack(learn(texts(120))!.model)
  const within = Buffer.concat([Buffer.from([0]), packed.rarity]).subarray(1)
  expect(unpack({ ...packed, rarity: within }).rarity).toEqual(unpack(packed).rarity)
})

test('odds that were right too seldom are told more timidly', () => {
  const margins = [1, 0]
  const right = (share: number) =>
    Array.from({ length: 100 }, (_, at) => ({ margins, right: at < share ? 0 : 1 }))
  const [bold, timid] = [steepnessBy(right(95)), steepnessBy(right(60))]
  expect(likelihoodsOf(margins, bold)[0]).toBeCloseTo(0.95, 1)
  expect(likelihoodsOf(margins, timid)[0]).toBeCloseTo(0.6, 1)
})

test('keywords stand beside what was learned, each matter once, and only matters that hold', () => {
  const matters = [
    { code: 'LIGHT', nameZh: '道路照明', keywords: ['路灯'] },
    { code: 'TREE', nameZh: '树木修剪', keywords: ['树枝'] },
  ]
  const words = '小花园路灯不亮，树枝挡着，晚上看不见'
  const pointed = pointTo(words, matters, learn(texts(200)))
  expect(pointed.map(({ code }) => code)).toEqual(['LIGHT', 'TREE'])
  expect(pointed[0]!.because[0]).toBe('路灯')
  expect(pointed.map(({ likelihood }) => likelihood === null)).toEqual([false, true])
  expect(pointTo(words, matters, null).map(({ likelihood }) => likelihood)).toEqual([null, null])
  // No piece of these words was ever met: nothing is guessed.
  expect(pointTo('xyz', matters, learn(texts(200)))).toEqual([])
})

test('nothing is told as sure, nor as impossible', () => {
  expect([0, 0.004, 0.5, 0.999, 1, null].map(percentOf)).toEqual([1, 1, 50, 99, 99, null])
})
