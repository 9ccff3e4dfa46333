import { identityCheckDigit } from '../people/door.ts'

export type RandomSource = () => number
export type Value = string | number | Date | { formula: string; result: string } | { error: '#N/A' }
export type Cells = Partial<Record<string, Value>>
export interface Invented {
  readonly name: string
  readonly number: string
  readonly born: string
  readonly isMale: boolean
}

const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹']
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国红志海燕春梅云龙飞宇浩博']
const from = <Item>(random: RandomSource, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)]!

export function invent(random: RandomSource, order: number, isChild = false): Invented {
  const year = isChild ? 2015 + Math.floor(random() * 10) : 1940 + Math.floor(random() * 65)
  const two = (value: number) => String(value).padStart(2, '0')
  const born = `${year}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`
  const serial = Math.floor(order / 10_000) + 1
  const digits = `99${String(order % 10_000).padStart(4, '0')}${born.replaceAll('-', '')}${String(serial).padStart(3, '0')}`
  const name = from(random, surnames) + from(random, given) + (random() < 0.7 ? from(random, given) : '')
  return { name, number: digits + identityCheckDigit(digits), born, isMale: serial % 2 === 1 }
}

/** A day in one of the ways in which offices write it. */
function dayText(random: RandomSource, day: string): Value {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const serial = Temporal.PlainDate.from('1899-12-30').until(day).days
  return from<Value>(random, [
    day,
    `${year}/${month}/${date}`,
    `${year}.${month}.${date}`,
    `${year}年${month}月${date}日`,
    day.replaceAll('-', ''),
    serial,
  ])
}

function phoneText(random: RandomSource, order: number): string {
  const phone = `138${String(10_000_000 + order).slice(-8)}`
  return from(random, [
    phone,
    `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`,
    `${phone}/0571-88880000`,
    `${phone}、13900000000`,
  ])
}

const numberText = (random: RandomSource, number: string): string =>
  random() < 0.1 ? number.toLowerCase() : random() < 0.05 ? `'${number}` : number

export function personCells(random: RandomSource, person: Invented, order: number, relation: string): Cells {
  const hasNumber = random() < 0.85
  return {
    F: person.name,
    ...(hasNumber ? { G: numberText(random, person.number) } : {}),
    H: person.isMale ? '男' : '女',
    I: dayText(random, person.born),
    J: phoneText(random, order),
    K: from(random, ['本地', '外地', '流动人口', '户籍人口']),
    L: relation,
    N: relation === '户主' ? '业主' : '家属',
    O: '是',
    P: dayText(random, `20${10 + (order % 15)}-03-01`),
  }
}

/** What was said before and may be said again by mistake. */
interface Before {
  readonly head: Cells
  readonly stranger: Invented | null
}
type Fault = readonly [
  reason: string,
  letter: string,
  plant: (cells: Cells, person: Invented, before: Before) => Cells,
]

const wrongDigit = (number: string): string => `${number.slice(0, 17)}${number.endsWith('5') ? '6' : '5'}`
const withoutNumber = (cells: Cells): Cells => ({ ...cells, G: undefined })

/** Faults of who stands second in a home: nobody else’s row depends on them. */
export const personFaults: readonly Fault[] = [
  ['identity_form', 'G', (cells) => ({ ...cells, G: '12345678' })],
  [
    'identity_area',
    'G',
    (cells, { number }) => ({
      ...cells,
      G: `00${number.slice(2, 17)}${identityCheckDigit(`00${number.slice(2, 17)}`)}`,
    }),
  ],
  [
    'identity_date',
    'G',
    (cells, { number }) => {
      const digits = `${number.slice(0, 10)}1331${number.slice(14, 17)}`
      return { ...cells, G: digits + identityCheckDigit(digits), I: undefined }
    },
  ],
  ['identity_check_digit', 'G', (cells, { number }) => ({ ...cells, G: wrongDigit(number) })],
  [
    'identity_lost_digits',
    'G',
    (cells, { number }) => ({ ...cells, G: Number(`${number.slice(0, 15)}000`) }),
  ],
  [
    'identity_lost_digits',
    'G',
    (cells, { number }) => ({ ...cells, G: `${number[0]}.${number.slice(1, 6)}E+17` }),
  ],
  [
    'identity_two_names',
    'G',
    (cells, _person, { stranger }) => ({
      ...cells,
      G: stranger!.number,
      H: undefined,
      I: undefined,
      F: '易名氏',
    }),
  ],
  [
    'lives_twice_in_file',
    'G',
    (cells, _person, { stranger }) => ({
      ...cells,
      G: stranger!.number,
      H: undefined,
      I: undefined,
      F: stranger!.name,
    }),
  ],
  ['sex_differs', 'H', (cells, { number, isMale }) => ({ ...cells, G: number, H: isMale ? '女' : '男' })],
  ['sex_unknown', 'H', (cells) => ({ ...cells, H: '先生' })],
  [
    'birth_day_differs',
    'I',
    (cells, { number, born }) => ({ ...cells, G: number, I: `${Number(born.slice(0, 4)) - 1}-01-31` }),
  ],
  ['birth_day_unreadable', 'I', (cells) => ({ ...withoutNumber(cells), I: '属牛' })],
  ['birth_day_impossible', 'I', (cells) => ({ ...withoutNumber(cells), I: '1985-02-30' })],
  ['birth_day_in_future', 'I', (cells) => ({ ...withoutNumber(cells), I: '2085-02-20' })],
  ['phone_wrong', 'J', (cells) => ({ ...cells, J: '1380013800' })],
  ['phone_wrong', 'J', (cells) => ({ ...cells, J: '1.38E+10' })],
  ['error_cell', 'J', (cells) => ({ ...cells, J: { error: '#N/A' } })],
  ['register_kind_unknown', 'K', (cells) => ({ ...cells, K: '甲类' })],
  ['guardian_needed', 'M', (cells) => ({ ...withoutNumber(cells), I: '2019-05-05', L: '其他' })],
  ['guardian_unknown', 'M', (cells) => ({ ...withoutNumber(cells), I: '2019-05-05', M: '不在此户' })],
  ['role_unknown', 'N', (cells) => ({ ...cells, N: '路人' })],
  ['lives_unknown', 'O', (cells) => ({ ...cells, O: '也许' })],
  ['lives_needed', 'O', (cells) => ({ ...cells, N: '租户', O: '否' })],
  ['from_day_unreadable', 'P', (cells) => ({ ...cells, P: '去年冬天' })],
  ['from_day_impossible', 'P', (cells) => ({ ...cells, P: '2020-13-01' })],
  ['from_day_in_future', 'P', (cells) => ({ ...cells, P: '2090-01-01' })],
  ['to_day_before_from_day', 'Q', (cells) => ({ ...cells, P: '2020-05-01', Q: '2020-04-01' })],
  ['not_there', 'Q', (cells) => ({ ...cells, P: undefined, Q: '2021-04-01' })],
  ['name_missing', 'F', (cells) => ({ ...cells, F: undefined })],
  ['name_wrong', 'F', (cells) => ({ ...cells, F: '王5' })],
  ['name_too_long', 'F', (cells) => ({ ...cells, F: '长'.repeat(61) })],
  ['formula_cell', 'F', (cells, { name }) => ({ ...cells, F: { formula: 'F1', result: name } })],
  ['repeated_in_file', 'F', (cells, _person, { head }) => ({ ...withoutNumber(cells), ...head, L: '其他' })],
  ['cells_beyond_header', 'R', (cells) => ({ ...cells, R: '窜列' })],
]
/** Faults of homes with one person. */
export const homeFaults: readonly Fault[] = [
  ['building_unknown', 'C', (cells) => ({ ...cells, C: '九百栋' })],
  ['home_label_wrong', 'E', (cells) => ({ ...cells, D: undefined, E: '室' })],
]
export const plantedKinds = new Set([...personFaults, ...homeFaults].map(([reason]) => reason)).size
