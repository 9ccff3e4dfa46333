import { z } from 'zod'

/** What is kept for a time: request ids, codes, sessions, looks, reasons of care, earlier versions, files, words, contacts, what became of messages. */
export const RetentionKind = z.enum([
  'request_ids',
  'sign_in_codes',
  'sessions',
  'looks',
  'care_reasons',
  'register_versions',
  'register_imports',
  'rights_words',
  'reporter_contacts',
  'deliveries',
  'visit_words',
])
export type RetentionKind = z.infer<typeof RetentionKind>

/** Each rule that holds today, the longest term first, with its last runs, the latest first: numbers, and nothing of anybody. */
export const RetentionReport = z.object({
  rules: z.array(
    z.object({
      kind: RetentionKind,
      validFrom: z.iso.date(),
      days: z.number().int(),
      basis: z.object({ zh: z.string(), en: z.string() }),
      runs: z.array(z.object({ day: z.iso.date(), ranAt: z.iso.datetime(), removed: z.number().int() })),
    }),
  ),
})
export type RetentionReport = z.infer<typeof RetentionReport>
