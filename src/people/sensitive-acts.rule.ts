import type { Act } from './contract.ts'

/**
 * Acts whose every use leaves a line of the journal: they show a person, take data out of the system, decide what
 * others may do or must do, or open a way by which messages leave. `src/testing/sensitive-acts.test.ts` holds every use case to it.
 */
export const sensitiveActs: ReadonlySet<Act> = new Set([
  'case.see_reporter',
  'case.erase',
  'register.see_identity',
  'register.export',
  'register.import',
  'rights.answer',
  'export.run',
  'people.manage',
  'channel.manage',
  'matter.manage',
])
