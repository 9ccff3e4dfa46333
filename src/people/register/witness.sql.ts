import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../../db/tables.ts'
import { commitment } from '../../platform/journal-line.rule.ts'
import type { Flaw, Witness } from '../../platform/verify.ts'
import type { RegisterKind, Sex } from './contract.ts'
import { commitToPerson } from './person-facts.ts'

/** More flaws than these say nothing new. */
const most = 100
const page = 5_000

/** What the register's rows prove: homes, people, stays, consents and care are as their lines say. */
export const registerWitness: Witness = async (db) =>
  [...(await differingPersons(db)), ...(await differingFlags(db)), ...(await differingRows(db))].slice(
    0,
    most,
  )

const flaw = (kind: Flaw['kind'], chain: string | null, about: string): Flaw => ({
  kind,
  chain,
  n: null,
  about,
})

interface PersonRow {
  id: string
  name: string | null
  sex: Sex | null
  birth_day: string | null
  phone: string | null
  register_kind: RegisterKind
  guardian_id: string | null
  identity_hash: Buffer | null
  salt: Buffer | null
  seq: number
  chain: string | null
  told: number | null
  commit: string | null
}

/** Each person as the commitment of their latest line has them; of an erased one only the chain is left. */
async function differingPersons(db: Kysely<Tables>): Promise<Flaw[]> {
  const found: Flaw[] = []
  for (let after = '00000000-0000-0000-0000-000000000000'; found.length < most; ) {
    const { rows } = await sql<PersonRow>`
      select p.id, p.name, p.sex, p.birth_day, p.phone, p.register_kind, p.guardian_id, p.identity_hash, p.salt, p.seq,
        j.chain, j.seq as told, j.data ->> 'commit' as commit
      from persons p
      left join lateral (
        select chain, seq, data from journal where subject = p.id and seq is not null order by seq desc limit 1
      ) j on true
      where p.id > ${after}::uuid order by p.id limit ${page}`.execute(db)
    for (const row of rows) {
      const about = `person ${row.id}`
      if ((row.told ?? 0) < row.seq) found.push(flaw('tail_missing', row.chain, about))
      else if (row.salt !== null && row.commit !== commitOf(row))
        found.push(flaw('row_changed', row.chain, about))
    }
    const last = rows.at(-1)
    if (!last || rows.length < page) break
    after = last.id
  }
  return found
}

const commitOf = (row: PersonRow): string =>
  commitToPerson(row.salt!, {
    name: row.name,
    sex: row.sex,
    birthDay: row.birth_day,
    phone: row.phone,
    registerKind: row.register_kind,
    guardianId: row.guardian_id,
    identityHash: row.identity_hash,
  })

/** Each care flag's kind and reason as its line committed to them. */
async function differingFlags(db: Kysely<Tables>): Promise<Flaw[]> {
  const { rows } = await sql<{
    id: string
    kind: string
    reason: string | null
    salt: Buffer | null
    chain: string | null
    commit: string | null
  }>`
    select f.id, f.kind, f.reason, f.salt, j.chain, j.data ->> 'commit' as commit
    from care_flags f left join journal j on j.subject = f.id and j.kind = 'care.flagged'`.execute(db)
  return rows.flatMap(({ id, kind, reason, salt, chain, commit }) =>
    salt !== null && commit !== commitment(salt, `${kind} ${reason}`)
      ? [flaw('row_changed', chain, `care flag ${id}`)]
      : [],
  )
}

/** What lines say without a commitment: where homes are, who came and left when, and what was taken back. */
async function differingRows(db: Kysely<Tables>): Promise<Flaw[]> {
  const { rows } = await sql<{ what: string; id: string; chain: string | null }>`
    select 'home' as what, h.id, j.chain from homes h
      left join journal j on j.subject = h.id and j.kind = 'home.added'
      left join journal e on e.subject = h.id and e.kind = 'home.ended'
      where j.subject is null or j.data ->> 'buildingId' <> h.building_id::text
        or h.ended_on::text is distinct from e.data ->> 'onDay'
    union all
    select 'stay', o.id, j.chain from occupancies o
      left join journal j on j.subject = o.id and j.kind = 'person.moved_in'
      left join lateral (
        select kind, data from journal
        where subject = o.id and kind in ('person.moved_out', 'person.stayed') order by seq desc limit 1
      ) l on true
      where j.subject is null or j.data ->> 'personId' <> o.person_id::text or j.data ->> 'homeId' <> o.home_id::text
        or j.data ->> 'role' <> o.role or j.data ->> 'fromDay' <> o.from_day::text
        or o.to_day::text is distinct from (case when l.kind = 'person.moved_out' then l.data ->> 'toDay' end)
    union all
    select 'consent', c.id, j.chain from consents c
      left join journal j on j.subject = c.id and j.kind = 'consent.given'
      left join journal w on w.subject = c.id and w.kind = 'consent.withdrawn'
      where j.subject is null or j.data ->> 'personId' <> c.person_id::text or j.data ->> 'purpose' <> c.purpose
        or c.withdrawn_on::text is distinct from w.data ->> 'onDay'
    limit ${most}`.execute(db)
  return rows.map(({ what, id, chain }) => flaw('row_changed', chain, `${what} ${id}`))
}
