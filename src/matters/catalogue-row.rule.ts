import { limitCells } from './catalogue-limits.rule.ts'
import { lines, unitKinds } from './catalogue-words.rule.ts'
import type { Allowance, CatalogueColumn, Matter, NewMatter } from './contract.ts'
import { catalogueColumns } from './contract.ts'

/** In which words cells are written: as offices read them, or as codes. The reader takes both. */
export type CellLanguage = 'zh' | 'en'

const chinese = {
  hostRole: { in_charge: '承办', assists: '协办' },
  host: { residents_committee: '居委会', service_centre: '服务中心' },
  level: { grid: '网格', community: '社区', street: '街道', district: '区' },
  unit: { working_hour: '工作小时', working_day: '工作日', clock_hour: '小时' },
} as const satisfies {
  hostRole: Record<Matter['hostRole'], string>
  host: Record<Matter['host'], string>
  level: Record<Matter['level'], string>
  unit: Record<Allowance['unit'], string>
}

/**
 * A matter as a row of the catalogue's file, which `readCatalogue` reads back as the same matter: what goes out can
 * come in again.
 */
export function catalogueCells(matter: NewMatter, language: CellLanguage): Record<CatalogueColumn, string> {
  const zh = language === 'zh'
  const allowance = ({ amount, unit }: Allowance) => `${amount} ${zh ? chinese.unit[unit] : unit}`
  return {
    code: matter.code,
    name_zh: matter.nameZh,
    name_en: matter.nameEn,
    category: matter.category,
    category_zh: matter.categoryZh,
    category_en: matter.categoryEn,
    host_role: zh ? chinese.hostRole[matter.hostRole] : matter.hostRole,
    host: zh ? chinese.host[matter.host] : matter.host,
    level: zh ? chinese.level[matter.level] : matter.level,
    answers: zh ? answersZh(matter.answers) : matter.answers,
    response: allowance(matter.response),
    resolution: allowance(matter.resolution),
    yellow_percent: String(matter.yellowPercent),
    evidence: evidenceCell(matter.evidence, zh),
    confidential: matter.confidential ? (zh ? '是' : 'yes') : zh ? '否' : 'no',
    basis_law: matter.basis?.law ?? '',
    basis_article: matter.basis?.article ?? '',
    basis_date: matter.basis?.date ?? '',
    keywords: matter.keywords.join('；'),
    ...limitCells(matter.limits),
  }
}

function evidenceCell({ photo, note }: Matter['evidence'], zh: boolean): string {
  if (!photo && !note) return zh ? '无' : 'none'
  const parts = [photo && (zh ? '照片' : 'photo'), note && (zh ? '说明' : 'note')]
  return parts.filter((part) => part !== false).join('+')
}

function answersZh(answers: string): string {
  const [kind = '', line = ''] = answers.split(':')
  const kindZh = Object.hasOwn(unitKinds, kind) ? unitKinds[kind as keyof typeof unitKinds].zh : kind
  if (line === 'any') return kindZh
  return `${kindZh}:${Object.hasOwn(lines, line) ? lines[line as keyof typeof lines].zh : line}`
}

/** A matter's cells in the order of the file's columns. */
export const catalogueRow = (matter: NewMatter, language: CellLanguage): string[] => {
  const cells = catalogueCells(matter, language)
  return catalogueColumns.map((column) => cells[column])
}
