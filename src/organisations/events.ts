import { z } from 'zod'
import { lineWriter } from '../platform/events.ts'
import { LifeReason, Phase } from './body.contract.ts'
import { UnitKind } from './contract.ts'

const months = z.number().int().nullable()
const seats = z.number().int()

/** Lines of units go on the chain of the district's own area; the subject is the unit. */
export const unitLine = lineWriter({
  'unit.added': z.strictObject({
    unitId: z.uuid(),
    kind: UnitKind,
    line: z.string(),
    areaId: z.uuid(),
    parentId: z.uuid().nullable(),
  }),
  /** A list of units came in; subject is the district's area. */
  'units.added': z.strictObject({
    count: z.number().int().positive(),
    /** SHA-256 of the new units in canonical JSON, hex. */
    digest: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  /** Other names or telephones; subject is the district's area. */
  'units.renamed': z.strictObject({ unitIds: z.array(z.uuid()) }),
  /** A step of a body's life: suspended, active again, dissolved. */
  'unit.life_changed': z.strictObject({
    unitId: z.uuid(),
    from: Phase,
    to: Phase,
    reason: LifeReason,
    fromDay: z.iso.date(),
  }),
  /** Offices that a body opened after its founding. */
  'offices.opened': z.strictObject({
    unitId: z.uuid(),
    offices: z.array(z.strictObject({ id: z.uuid(), title: z.string(), seats, termMonths: months })),
  }),
  'office.set': z.strictObject({ unitId: z.uuid(), officeId: z.uuid(), seats, termMonths: months }),
  /** A spreadsheet changed offices of many bodies; subject is the district's area. */
  'offices.imported': z.strictObject({
    opened: z.number().int().nonnegative(),
    set: z.number().int().nonnegative(),
    digest: z.string().regex(/^[0-9a-f]{64}$/),
  }),
})
