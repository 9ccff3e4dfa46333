import { z } from 'zod'
import { lineWriter } from '../../platform/events.ts'
import { LinkKind, LinkReason } from './link.contract.ts'
import { TermReason } from './office.contract.ts'

const count = z.number().int().nonnegative()

/** Lines of offices and links go on the district's own chain: ids only. */
export const officeLine = lineWriter({
  /** Somebody took an office. Subject: the body. */
  'office.taken': z.strictObject({
    termId: z.uuid(),
    officeId: z.uuid(),
    unitId: z.uuid(),
    holderId: z.uuid(),
    startsOn: z.iso.date(),
    endsOn: z.iso.date().nullable(),
  }),
  'office.left': z.strictObject({
    termId: z.uuid(),
    officeId: z.uuid(),
    unitId: z.uuid(),
    holderId: z.uuid(),
    endedOn: z.iso.date(),
    reason: TermReason,
  }),
  /** All that was held in a body ended with it. Subject: the body. */
  'body.emptied': z.strictObject({
    unitId: z.uuid(),
    endedOn: z.iso.date(),
    terms: z.array(z.uuid()),
    links: z.array(z.uuid()),
  }),
  /** A spreadsheet of bodies, offices and holders came in; subject is the district's area. */
  'offices.held_imported': z.strictObject({
    begun: count,
    ended: count,
    changed: count,
    holders: count,
    /** Holders who got another name. */
    renamed: count,
    /** SHA-256 of the terms by ids and days: a name could be guessed back from it. */
    digest: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  /** A person or a department was linked to a place. Subject: the link. */
  'link.made': z.strictObject({
    linkId: z.uuid(),
    kind: LinkKind,
    areaId: z.uuid(),
    unitId: z.uuid().nullable(),
    holderId: z.uuid().nullable(),
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
    /** The link that this one carries on. */
    follows: z.uuid().nullable(),
  }),
  'link.ended': z.strictObject({ linkId: z.uuid(), endedOn: z.iso.date(), reason: LinkReason }),
  /** Many links came in at once; subject is the district's area. */
  'links.made': z.strictObject({ count, digest: z.string().regex(/^[0-9a-f]{64}$/) }),
})
