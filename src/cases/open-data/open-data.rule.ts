import type { Stage } from '../contract.ts'
import { sheetWords } from '../export/desk-words.rule.ts'
import type { OpenCase } from './open-data.contract.ts'
import type { PlacedCase } from './open-data.ts'

type Language = 'zh' | 'en'

const heads: Readonly<Record<Language, Readonly<Record<keyof OpenCase, string>>>> = {
  zh: {
    number: '编号',
    matter: '事项代码',
    matterName: '事项',
    street: '街道',
    communityCode: '社区代码',
    community: '社区',
    acceptedOn: '受理日期',
    resolvedOn: '办结日期',
    closedOn: '结案日期',
    stage: '阶段',
    inTime: '是否按时',
    rating: '评分',
    reports: '反映件数',
  },
  en: {
    number: 'Number',
    matter: 'Matter code',
    matterName: 'Matter',
    street: 'Street',
    communityCode: 'Community code',
    community: 'Community',
    acceptedOn: 'Accepted on',
    resolvedOn: 'Resolved on',
    closedOn: 'Closed on',
    stage: 'Stage',
    inTime: 'In time',
    rating: 'Rating',
    reports: 'Reports',
  },
}
const yesNo: Readonly<Record<Language, readonly [yes: string, no: string]>> = {
  zh: ['是', '否'],
  en: ['yes', 'no'],
}

/** The head of the file's columns. */
export const openHead = (language: Language): string[] => Object.values(heads[language])

/** A case as a row of text, in the order of the head. */
export function openLine(row: OpenCase, language: Language): (string | null)[] {
  const [yes, no] = yesNo[language]
  const columns = Object.keys(heads[language]) as (keyof OpenCase)[]
  const written = {
    ...row,
    stage: sheetWords[language].stages[row.stage as Stage],
    inTime: row.inTime === null ? null : row.inTime ? yes : no,
    rating: row.rating === null ? null : String(row.rating),
    reports: String(row.reports),
  }
  return columns.map((column) => written[column])
}

/** A case as a feature (GeoJSON, RFC 7946) in the middle of its community, or of what is wider where that has no outline. */
export const openFeature = ({ at, ...properties }: PlacedCase): string =>
  JSON.stringify({
    type: 'Feature',
    geometry: at && { type: 'Point', coordinates: at },
    properties,
  })
