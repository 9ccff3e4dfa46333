import { atlasOf } from '../../../areas/door.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { actOnce } from '../../../platform/once.ts'
import { about } from '../about.ts'
import { identityKeysOf } from '../identity-keys.ts'
import { readIdentity } from '../identity-number.rule.ts'
import { openIdentity } from '../identity-seal.rule.ts'
import { todayOf } from '../person-facts.ts'
import type { DecideRow, RowChange } from './contract.ts'
import { holdImport } from './import.sql.ts'
import { knownPersons } from './known.sql.ts'
import type { RowPlan } from './plan.contract.ts'
import { planKnown } from './plan-person.rule.ts'
import { planOptions } from './read-file.ts'
import { selectImportRows, settleRow } from './row.sql.ts'

/**
 * Whom a row means that may mean several: one of its candidates, or somebody new. The row waits to be taken in then, or
 * says nothing new. Refuses `import_not_ready`, `import_row_not_asked`, `not_found`, `day_before_move_in`.
 */
export async function decideRow(
  ctx: Ctx,
  importId: string,
  n: number,
  input: DecideRow,
): Promise<{ n: number }> {
  ctx.must('register.import')
  ctx.must('register.update')
  const { personId } = input
  return actOnce(ctx, about(input, { importId, n: String(n) }), async (tx) => {
    const { state: now } = await holdImport(tx, importId)
    if (!['read', 'taking', 'taken'].includes(now)) throw new Refusal('import_not_ready')
    const [row] = await selectImportRows(tx, importId, { after: n - 1, limit: 1 })
    const plan = row?.plan
    if (row?.n !== n || row.state !== 'asked' || !plan) throw new Refusal('import_row_not_asked')
    if (personId === null) {
      await settleRow(tx, importId, {
        n,
        state: 'waiting',
        changes: row.changes,
        personId: row.personId,
        plan,
      })
      return { n }
    }
    if (!row.candidates.includes(personId)) throw new Refusal('not_found', { kind: 'person' })
    await tx.widenRegister((await atlasOf(ctx)).district.id)
    const decided = await planFor(ctx, plan, personId, (await knownPersons(tx, [personId])).get(personId))
    const changes = [...row.changes.filter((change) => change === 'home_added'), ...decided.changes]
    const state = changes.length === 0 ? 'same' : 'waiting'
    await settleRow(tx, importId, {
      n,
      state,
      changes,
      personId,
      plan: state === 'same' ? null : decided.plan,
    })
    return { n }
  })
}

async function planFor(
  ctx: Ctx,
  plan: RowPlan,
  personId: string,
  known: Parameters<typeof planKnown>[0] | undefined,
): Promise<{ plan: RowPlan; changes: readonly RowChange[] }> {
  const { person, said, home } = plan
  if (!known || !person?.facts || !said) throw new Refusal('not_found', { kind: 'person' })
  const { facts } = person
  const today = todayOf(ctx)
  const number =
    facts.identity &&
    openIdentity(identityKeysOf(ctx.district), person.id, Buffer.from(facts.identity.sealed, 'hex'))
  const read = number === null ? null : readIdentity(number, { today, invented: ctx.district.demonstration })
  const identity = typeof read === 'string' ? null : read
  const options = planOptions(ctx)
  const outcome = planKnown(known, home, { ...facts, ...said, identity }, options.isOwn(known.person.reach), {
    today,
    guardianId: facts.guardianId,
    seal: options.seal,
  })
  if ('fault' in outcome) throw new Refusal('import_row_not_asked')
  const { stay, leaves, fields, changes } = outcome.plan
  return {
    changes,
    plan: {
      home,
      person: { id: personId, isNew: false, seq: known.person.seq, facts: outcome.plan.facts },
      stay: stay && { id: options.newId(), ...stay },
      leaves,
      fields,
      said: null,
    },
  }
}
