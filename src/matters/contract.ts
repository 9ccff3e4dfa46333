import { z } from 'zod'

/** How much time a matter allows, and in which time it is counted. */
export const Allowance = z.object({
  amount: z.number().int().positive(),
  unit: z.enum(['working_hour', 'working_day', 'clock_hour']),
})
export type Allowance = z.infer<typeof Allowance>

/** The level that answers for a matter (层级). */
export const Level = z.enum(['grid', 'community', 'street', 'district'])
export type Level = z.infer<typeof Level>

/** 承办: the host is responsible; 协办: a department is, and the host only helps. */
export const HostRole = z.enum(['in_charge', 'assists'])
/** Who hosts the matter in a community (seed 002: 41 with the residents' committee, 56 with the service centre). */
export const Host = z.enum(['residents_committee', 'service_centre'])

/** Evidence that must be there before a case of this matter may be resolved. */
export const Evidence = z.object({ photo: z.boolean(), note: z.boolean() })

/** The article that a matter, or its time, rests on. */
export const LegalBasis = z.object({ law: z.string(), article: z.string(), date: z.iso.date() })

/** An entry of the catalogue of public matters (公共事务目录), valid from a day on. */
export const Matter = z.object({
  id: z.uuid(),
  code: z.string().regex(/^[A-Z]{2}\d{2,3}$/),
  nameZh: z.string(),
  nameEn: z.string(),
  category: z.string(),
  categoryZh: z.string(),
  categoryEn: z.string(),
  hostRole: HostRole,
  host: Host,
  level: Level,
  /** Code of the kind of unit that answers, as `unit-kind:line`; found in a case's place when it is dispatched. */
  answers: z.string(),
  response: Allowance,
  resolution: Allowance,
  /** Share of the time that is left when the light turns yellow, in percent. */
  yellowPercent: z.number().int().min(1).max(99),
  evidence: Evidence,
  /** Never on the board, out of duplicate search, seen by the district's centre alone. */
  confidential: z.boolean(),
  basis: LegalBasis.nullable(),
  /** Words that point to this matter when a case is screened. */
  keywords: z.array(z.string()),
})
export type Matter = z.infer<typeof Matter>

/** A matter as the catalogue's file says it. */
export const NewMatter = Matter.omit({ id: true })
export type NewMatter = z.infer<typeof NewMatter>

/** Columns of the catalogue's file, in order. */
export const catalogueColumns = [
  'code',
  'name_zh',
  'name_en',
  'category',
  'category_zh',
  'category_en',
  'host_role',
  'host',
  'level',
  'answers',
  'response',
  'resolution',
  'yellow_percent',
  'evidence',
  'confidential',
  'basis_law',
  'basis_article',
  'basis_date',
  'keywords',
] as const
export type CatalogueColumn = (typeof catalogueColumns)[number]

/** What may be wrong with a cell of the catalogue's file. `web/words` words each one. */
export const CatalogueFaultReason = z.enum([
  'missing',
  'too_long',
  'word_unknown',
  'code_form',
  'code_repeated',
  'category_form',
  'category_not_of_code',
  'category_named_differently',
  'unit_unknown',
  'allowance_form',
  'percent_range',
  'date_form',
  'basis_half',
  'host_in_charge_must_answer',
  'host_assists_cannot_answer',
  'confidential_needs_centre',
])
export type CatalogueFaultReason = z.infer<typeof CatalogueFaultReason>

/** One fault: the row as the sheet's own program counts it, from 1, and the column. */
export const CatalogueFault = z.object({
  row: z.number().int().positive(),
  column: z.enum(catalogueColumns),
  reason: CatalogueFaultReason,
})
export type CatalogueFault = z.infer<typeof CatalogueFault>

/** What an import of the catalogue did. */
export const CatalogueImport = z.object({
  added: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  retired: z.number().int(),
  faults: z.array(CatalogueFault),
})
export type CatalogueImport = z.infer<typeof CatalogueImport>

/** A matter as everyone may know it: what it is, who is in charge, and how long it may take. */
export const PublicMatter = Matter.omit({
  id: true,
  answers: true,
  yellowPercent: true,
  keywords: true,
}).extend({
  /** Which kind of unit answers, in words; told to staff alone. */
  answering: z.object({ zh: z.string(), en: z.string() }).nullable(),
})
export type PublicMatter = z.infer<typeof PublicMatter>

export const SuggestMatters = z.object({ words: z.string().trim().min(1).max(5000) })
export type SuggestMatters = z.infer<typeof SuggestMatters>

/** A matter that a report's words point to. It suggests; a person decides. */
export const SuggestedMatter = PublicMatter.pick({ code: true, nameZh: true, nameEn: true }).extend({
  score: z.number().int(),
  because: z.array(z.string()),
})
export type SuggestedMatter = z.infer<typeof SuggestedMatter>

/** A day that its weekday does not explain. */
export const CalendarDay = z.object({
  day: z.iso.date(),
  kind: z.enum(['holiday', 'workday']),
  name: z.string().trim().min(1).max(40),
})
export type CalendarDay = z.infer<typeof CalendarDay>

const OfficeHours = z.object({
  validFrom: z.iso.date(),
  /** HH:MM, local. */
  spans: z.array(z.object({ from: z.string(), to: z.string() })),
})

/** A year of the working calendar. */
export const CalendarYear = z.object({
  year: z.number().int(),
  /** Whether the State Council's notice is in; until then its deadlines are provisional. */
  announced: z.boolean(),
  source: z.string().nullable(),
  days: z.array(CalendarDay),
  hours: z.array(OfficeHours),
})
export type CalendarYear = z.infer<typeof CalendarYear>

/** Whether offices work now, by the working calendar: what "on duty" rests on. */
export const OfficeNow = z.object({
  isOpen: z.boolean(),
  /** While they work: when they close today, after any break. */
  closesAt: z.iso.datetime().nullable(),
  /** When they open next; while they work, the next working day. */
  opensAt: z.iso.datetime(),
  /** Working minutes of a usual day. */
  minutesPerDay: z.number().int().positive(),
})
export type OfficeNow = z.infer<typeof OfficeNow>

/** A year's notice as it is entered; its days replace those that stood. */
export const AnnounceYear = z.object({
  requestId: z.uuid(),
  /** The notice by its number, as in 国办发明电〔2025〕7号. */
  source: z.string().trim().min(1).max(120),
  days: z.array(CalendarDay).min(1).max(120),
})
export type AnnounceYear = z.infer<typeof AnnounceYear>
