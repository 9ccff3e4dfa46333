import type { FaultAt, RegisterFault } from './contract.ts'

// No schema here: the console says faults in these words too.

/** What the sender is told, on the page and in the returned sheet: what is wrong, and what to do about it. */
export interface Words {
  readonly wrong: string
  readonly remedy: string
}
type Both = readonly [zhWrong: string, zhRemedy: string, enWrong: string, enRemedy: string]

const words: Record<RegisterFault, Both> = {
  header_repeated_inside: [
    '表头重复出现在数据中',
    '删除此行',
    'The header appears again among the rows',
    'Delete this row',
  ],
  cells_beyond_header: [
    '此列没有表头却有内容',
    '检查整行是否错位，或补上表头',
    'There is something in a column without a header',
    'See whether the row slipped, or give the column a header',
  ],
  formula_cell: ['单元格是公式', '粘贴为数值或文字', 'The cell is a formula', 'Paste it as a value'],
  error_cell: [
    '单元格是错误值（{error}）',
    '改为正确内容',
    'The cell holds an error ({error})',
    'Enter what it should say',
  ],
  building_missing: [
    '看不出是哪栋楼',
    '填写小区和楼栋',
    'It does not say which building',
    'Enter estate and building',
  ],
  building_unknown: [
    '地图上没有“{building}”',
    '按地图上的名称填写，或先在区域里添加',
    '“{building}” is not on the map',
    'Write it as the map does, or add it to the areas first',
  ],
  building_ambiguous: [
    '“{building}”不止一处',
    '写明小区或社区',
    'There is more than one “{building}”',
    'Name the estate or the community too',
  ],
  outside_area: [
    '“{building}”不在您负责的范围',
    '请所在社区导入',
    '“{building}” is outside your area',
    'Let its own community import it',
  ],
  home_missing: ['缺少房号', '填写房号', 'The home is missing', 'Enter the number of the home'],
  home_label_wrong: [
    '房号认不出或超过40字',
    '写成 2单元501',
    'The home’s number cannot be read, or is longer than 40 characters',
    'Write it like 2-501',
  ],
  use_unknown: [
    '房屋用途认不出',
    '填写住宅、商铺、办公、仓库或其他',
    'The use of the home is not known',
    'Enter dwelling, shop, office, storage or other',
  ],
  name_missing: ['缺少姓名', '填写姓名', 'The name is missing', 'Enter the name'],
  name_wrong: [
    '姓名里有数字或符号',
    '只填姓名，说明另放备注',
    'The name holds digits or signs',
    'Enter the name alone',
  ],
  name_too_long: [
    '姓名超过60字',
    '只填姓名',
    'The name is longer than 60 characters',
    'Enter the name alone',
  ],
  identity_form: [
    '身份证号应为18位（或老的15位）',
    '核对证件后重填',
    'An identity number has 18 characters (15 before 1999)',
    'Check it against the card',
  ],
  identity_area: [
    '身份证号开头的地区不存在',
    '核对证件后重填',
    'The identity number begins with no known place',
    'Check it against the card',
  ],
  identity_date: [
    '身份证号里的出生日期不存在',
    '核对证件后重填',
    'The birthday in the identity number does not exist',
    'Check it against the card',
  ],
  identity_check_digit: [
    '身份证号校验位不对，多半抄错一位',
    '核对证件后重填',
    'The check digit is wrong: most likely a digit was miscopied',
    'Check it against the card',
  ],
  identity_lost_digits: [
    '身份证号被当成数值，末尾几位已丢失',
    '把该列设为文本后照证件重填',
    'The number was kept as an amount and its last digits are lost',
    'Set the column to text and enter it anew from the card',
  ],
  identity_in_use: [
    '登记里此号码是另一姓名',
    '核对姓名和号码',
    'In the register this number has another name',
    'Check name and number',
  ],
  identity_two_names: [
    '此号码在“{firstSheet}”第{firstRow}行是另一姓名',
    '核对两行的姓名和号码',
    'On sheet “{firstSheet}”, row {firstRow}, this number has another name',
    'Check name and number of both rows',
  ],
  birth_day_unreadable: [
    '出生日期认不出',
    '写成 2020-01-09',
    'The birthday cannot be read',
    'Write it as 2020-01-09',
  ],
  birth_day_impossible: [
    '没有这个出生日期',
    '核对后重填',
    'There is no such birthday',
    'Check and enter it again',
  ],
  birth_day_in_future: [
    '出生日期在今天之后',
    '核对后重填',
    'The birthday is after today',
    'Check and enter it again',
  ],
  birth_day_differs: [
    '出生日期与身份证号不符',
    '核对证件，或把出生日期留空',
    'The birthday is not that of the identity number',
    'Check the card, or leave the birthday empty',
  ],
  sex_unknown: ['性别认不出', '填写男或女', 'The sex cannot be read', 'Enter male or female'],
  sex_differs: [
    '性别与身份证号不符',
    '核对证件，或把性别留空',
    'The sex is not that of the identity number',
    'Check the card, or leave the sex empty',
  ],
  phone_wrong: [
    '电话位数不对',
    '填写11位手机号或带区号的座机',
    'The telephone has too many or too few digits',
    'Enter 11 digits, or a landline with its area code',
  ],
  register_kind_unknown: [
    '户籍类型认不出',
    '填写本地、外地或境外',
    'The kind of household register is not known',
    'Enter local, elsewhere or abroad',
  ],
  guardian_needed: [
    '未满14周岁，没有写明监护人',
    '填写监护人姓名，并让监护人在同一户',
    'Under 14, and nobody is named who acts for the child',
    'Name the guardian, who must stand in the same home',
  ],
  guardian_unknown: [
    '监护人不在同一户，或有同名',
    '让监护人在同一户，姓名写全',
    'The guardian is not in the same home, or two have that name',
    'Put the guardian into the same home, with the full name',
  ],
  role_unknown: [
    '居住身份认不出',
    '填写业主、家属、租户或其他',
    'Why they belong to the home is not known',
    'Enter owner, resident, tenant or other',
  ],
  lives_unknown: [
    '是否居住认不出',
    '填写是或否',
    'Whether they live there cannot be read',
    'Enter yes or no',
  ],
  lives_needed: [
    '家属和租户应住在此处',
    '改为是，或改居住身份',
    'Residents and tenants live where they are entered',
    'Enter yes, or another role',
  ],
  from_day_unreadable: [
    '入住日期认不出',
    '写成 2020-01-09',
    'The day of moving in cannot be read',
    'Write it as 2020-01-09',
  ],
  from_day_impossible: [
    '没有这个入住日期',
    '核对后重填',
    'There is no such day of moving in',
    'Check and enter it again',
  ],
  from_day_in_future: [
    '入住日期在今天之后',
    '核对后重填',
    'The day of moving in is after today',
    'Check and enter it again',
  ],
  to_day_unreadable: [
    '迁出日期认不出',
    '写成 2020-01-09',
    'The day of leaving cannot be read',
    'Write it as 2020-01-09',
  ],
  to_day_impossible: [
    '没有这个迁出日期',
    '核对后重填',
    'There is no such day of leaving',
    'Check and enter it again',
  ],
  to_day_in_future: [
    '迁出日期在今天之后',
    '等迁出后再登记',
    'The day of leaving is after today',
    'Enter it once they have left',
  ],
  to_day_before_from_day: [
    '迁出日期早于入住日期',
    '核对两个日期',
    'They leave before they move in',
    'Check both days',
  ],
  moved_in_later: [
    '登记里是后来才入住的',
    '核对日期',
    'In the register they moved in later',
    'Check the day',
  ],
  not_there: [
    '有迁出日期，但登记里此人不住这里',
    '核对姓名和房号，或删除迁出日期',
    'There is a day of leaving, but nobody of that name is there',
    'Check name and home, or delete the day of leaving',
  ],
  repeated_in_file: [
    '与“{firstSheet}”第{firstRow}行是同一人',
    '删除其中一行',
    'The same person as on sheet “{firstSheet}”, row {firstRow}',
    'Delete one of the rows',
  ],
  lives_twice_in_file: [
    '在“{firstSheet}”第{firstRow}行已住在另一处',
    '只留实际居住的一处，另一处“是否居住”填否',
    'Lives elsewhere on sheet “{firstSheet}”, row {firstRow}',
    'Keep the home they live in; enter no under “lives here” for the other',
  ],
}

/** A fault in the reader's language, its facts filled in. */
export function wordRegisterFault(
  { reason, facts }: Pick<FaultAt, 'reason' | 'facts'>,
  language: 'zh' | 'en',
): Words {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, fact: string) => String(facts[fact] ?? '?'))
  const [zhWrong, zhRemedy, enWrong, enRemedy] = words[reason]
  return language === 'zh'
    ? { wrong: fill(zhWrong), remedy: fill(zhRemedy) }
    : { wrong: fill(enWrong), remedy: fill(enRemedy) }
}
