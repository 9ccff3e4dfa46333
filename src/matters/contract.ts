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
