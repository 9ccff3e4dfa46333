import { z } from 'zod'
import { isCalendarDay } from '../kernel/entered-day.ts'
import { matterFields } from './fields.contract.ts'
import { ClockLimits } from './limits.contract.ts'

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
export type LegalBasis = z.infer<typeof LegalBasis>

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
  limits: ClockLimits,
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
  'extensions_most',
  'extension_days_most',
  'pauses_most',
  'pause_days_most',
  'listing_days_most',
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
  'limit_range',
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

/** The code alone cannot change; the fields are named in `fields.contract.ts`, which pages may load. */
export type MatterField = (typeof matterFields)[number] & keyof NewMatter

/** A matter that two states of the catalogue say differently, and in which fields. */
export const ChangedMatter = z.object({
  before: Matter,
  after: Matter,
  fields: z.array(z.enum(matterFields)),
})
export type ChangedMatter = z.infer<typeof ChangedMatter>

/** What became of the catalogue between two days (YYYY-MM-DD, local); each as it held on its day. */
export const CatalogueDiff = z.object({
  fromDay: z.iso.date(),
  toDay: z.iso.date(),
  added: z.array(Matter),
  changed: z.array(ChangedMatter),
  retired: z.array(Matter),
})
export type CatalogueDiff = z.infer<typeof CatalogueDiff>
export const AskCatalogueDiff = z.object({
  from: z.iso.date().refine(isCalendarDay),
  to: z.iso.date().refine(isCalendarDay),
})
export type AskCatalogueDiff = z.infer<typeof AskCatalogueDiff>

/** Days on which the catalogue changed, the latest first; a day still to come among them. */
export const CatalogueDays = z.object({
  days: z.array(
    z.object({
      day: z.iso.date(),
      added: z.number().int(),
      changed: z.number().int(),
      retired: z.number().int(),
    }),
  ),
})
export type CatalogueDays = z.infer<typeof CatalogueDays>

/** One state of a matter: from `validFrom` up to the day before `validTo`, or without an end. */
export const MatterVersion = z.object({
  matter: Matter,
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  answering: z.object({ zh: z.string(), en: z.string() }),
  /** What it says otherwise than the version before; null for the first. */
  changed: z.array(z.enum(matterFields)).nullable(),
})
export type MatterVersion = z.infer<typeof MatterVersion>

/** A matter with its past and with what is announced, the latest first. */
export const MatterHistory = z.object({ code: Matter.shape.code, versions: z.array(MatterVersion).min(1) })
export type MatterHistory = z.infer<typeof MatterHistory>

/** A kind of unit that may answer for a matter, in words. */
export const AnsweringOption = z.object({ answers: z.string(), zh: z.string(), en: z.string() })
export type AnsweringOption = z.infer<typeof AnsweringOption>

/** A matter as it is to be from a day on. `baseId` is the version that was looked at; null for a new matter. */
export const DraftMatter = z.strictObject({
  /** As every act of the pages carries one; a look ahead writes nothing. */
  requestId: z.uuid().optional(),
  matter: NewMatter.extend({
    response: Allowance.strict(),
    resolution: Allowance.strict(),
    evidence: Evidence.strict(),
    limits: ClockLimits.strict(),
    basis: LegalBasis.strict().nullable(),
  }).strict(),
  baseId: z.uuid().nullable(),
  /** First day on which it holds: tomorrow or later; a new matter may hold from today. */
  fromDay: z.iso.date().refine(isCalendarDay),
})
export type DraftMatter = z.infer<typeof DraftMatter>
export const AnnounceMatter = DraftMatter.extend({ requestId: z.uuid() })
export type AnnounceMatter = z.infer<typeof AnnounceMatter>

/** What a draft would do; with faults it does nothing. The matter is shown as it would be read. */
export const MatterPreview = z.object({
  kind: z.enum(['added', 'changed', 'same']),
  before: Matter.nullable(),
  after: NewMatter.nullable(),
  fields: z.array(z.enum(matterFields)),
  faults: z.array(CatalogueFault),
  /** Other matters of the same category that carry its name: they are not renamed by this. */
  categoryOthers: z.number().int(),
})
export type MatterPreview = z.infer<typeof MatterPreview>

/** Takes a matter out of the catalogue: `fromDay` is the first day without it, tomorrow or later. */
export const RetireMatter = z.strictObject({
  requestId: z.uuid(),
  fromDay: z.iso.date().refine(isCalendarDay),
})
export type RetireMatter = z.infer<typeof RetireMatter>

export const MatterAnnounced = z.object({
  code: Matter.shape.code,
  fromDay: z.iso.date(),
  kind: z.enum(['added', 'changed', 'retired', 'same']),
})
export type MatterAnnounced = z.infer<typeof MatterAnnounced>

/** What an import of the catalogue did. */
export const CatalogueImport = z.object({
  added: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  retired: z.number().int(),
  faults: z.array(CatalogueFault),
})
export type CatalogueImport = z.infer<typeof CatalogueImport>

/** What a file of the catalogue would do: counts, faults, and each matter that it touches. */
export const CatalogueTrial = CatalogueImport.omit({ added: true, changed: true, retired: true }).extend({
  ...CatalogueDiff.omit({ toDay: true }).shape,
})
export type CatalogueTrial = z.infer<typeof CatalogueTrial>

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

export const SuggestMatters = z.strictObject({ words: z.string().trim().min(1).max(5000) })
export type SuggestMatters = z.infer<typeof SuggestMatters>

/** A matter that a report's words point to. It suggests; a person decides. */
export const SuggestedMatter = PublicMatter.pick({ code: true, nameZh: true, nameEn: true }).extend({
  /** As decided cases teach, in percent; null where only the catalogue's keywords speak for it. */
  likelyPercent: z.number().int().min(1).max(99).nullable(),
  /** The pieces of the words that speak for it. */
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

/** A year's notice as it is entered; its days replace those that stood. */
export const AnnounceYear = z.strictObject({
  requestId: z.uuid(),
  /** The notice by its number, as in 国办发明电〔2025〕7号. */
  source: z.string().trim().min(1).max(120),
  days: z.array(CalendarDay.strict()).min(1).max(120),
})
export type AnnounceYear = z.infer<typeof AnnounceYear>
