import type { ColumnSpec } from '../../kernel/sheet/header.ts'
import type { BodyColumn, BodySheet } from './body-file.contract.ts'
import type { TermReason } from './office.contract.ts'

type Language = 'zh' | 'en'

/** What each page is called; the reader takes either. */
export const sheetNames: Readonly<Record<BodySheet, Readonly<Record<Language, string>>>> = {
  bodies: { zh: '组织', en: 'Bodies' },
  offices: { zh: '职务', en: 'Offices' },
  terms: { zh: '任职', en: 'Terms' },
}

const columnNames: Readonly<Record<BodyColumn, Readonly<Record<Language, string>>>> = {
  code: { zh: '组织编号', en: 'Code' },
  kind: { zh: '种类', en: 'Kind' },
  name_zh: { zh: '名称', en: 'Chinese name' },
  name_en: { zh: '英文名称', en: 'English name' },
  parent: { zh: '上级编号', en: 'Code of the body above' },
  area: { zh: '区域编号', en: 'Code of the area' },
  line: { zh: '条线', en: 'Line' },
  phone: { zh: '电话', en: 'Telephone' },
  founded_on: { zh: '成立日期', en: 'Founded on' },
  office: { zh: '职务', en: 'Office' },
  seats: { zh: '席位数', en: 'Seats' },
  term_months: { zh: '任期（月）', en: 'Term in months' },
  person_code: { zh: '人员编号', en: 'Code of the person' },
  person: { zh: '姓名', en: 'Name' },
  starts_on: { zh: '任职日期', en: 'From' },
  ends_on: { zh: '任期届满', en: 'Term ends on' },
  ended_on: { zh: '离任日期', en: 'Left on' },
  reason: { zh: '离任原因', en: 'Why they left' },
}

/** Which columns each page has, in order, and those that it cannot do without. */
export const sheetColumns: Readonly<Record<BodySheet, readonly (readonly [BodyColumn, boolean])[]>> = {
  bodies: [
    ['code', true],
    ['kind', true],
    ['name_zh', true],
    ['name_en', false],
    ['parent', false],
    ['area', true],
    ['line', false],
    ['phone', false],
    ['founded_on', false],
  ],
  offices: [
    ['code', true],
    ['office', true],
    ['seats', false],
    ['term_months', false],
  ],
  terms: [
    ['code', true],
    ['office', true],
    ['person_code', false],
    ['person', true],
    ['starts_on', true],
    ['ends_on', false],
    ['ended_on', false],
    ['reason', false],
  ],
}

const also: Readonly<Partial<Record<BodyColumn, readonly string[]>>> = {
  code: ['编号'],
  kind: ['组织种类', '类型'],
  name_zh: ['组织名称', '中文名称'],
  area: ['服务区域编号'],
  term_months: ['任期', '任期(月)'],
  starts_on: ['开始日期'],
  ends_on: ['届满日期'],
}

/** The columns of a page as the reader of headers wants them. */
export const sheetHeader = (sheet: BodySheet): ColumnSpec<BodyColumn>[] =>
  sheetColumns[sheet].map(([key, required]) => ({
    key,
    name: columnNames[key].zh,
    aliases: [columnNames[key].en, ...(also[key] ?? [])],
    required,
  }))

/** The header of a page that goes out. */
export const headerNames = (sheet: BodySheet, language: Language): string[] =>
  sheetColumns[sheet].map(([column]) => columnNames[column][language])

/** Why a term ended, in the words of sheets. */
export const termReasonWords: Readonly<Record<TermReason, Readonly<Record<Language, string>>>> = {
  term_over: { zh: '任期届满', en: 'term over' },
  resigned: { zh: '辞职', en: 'resigned' },
  removed: { zh: '罢免或撤换', en: 'removed' },
  moved: { zh: '调动', en: 'moved' },
  body_ended: { zh: '组织撤销', en: 'body ended' },
  entered_wrongly: { zh: '录入有误', en: 'entered wrongly' },
  other: { zh: '其他', en: 'other' },
}
