import type { Ctx } from '../../../platform/ctx.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { identityKeysOf } from '../identity-keys.ts'
import { openIdentity } from '../identity-seal.rule.ts'
import type { Person } from '../person.sql.ts'
import { plainName } from '../plain-name.rule.ts'
import { emptyColumnNames, selectColumnNames } from './import.sql.ts'
import { emptyTheseRows, selectKeptCells, selectPlansNaming } from './row.sql.ts'
import { openCells, type RowTexts } from './sealed-cells.ts'
import { readPhone } from './values.rule.ts'

/** Rows of an import that write somebody down whom the register knows, without knowing that it is them. */
export interface NamedIn {
  readonly importId: string
  readonly ns: readonly number[]
}

/**
 * Rows of files that were read and not taken in which name this person as somebody new, and those that are refused. A plan
 * is of them by the number, or by the name with the birthday, a telephone or a home; cells that only go back to their
 * sender are theirs by the name, the number or a telephone alone. Whoever read the file.
 */
export async function findNamed(
  ctx: Pick<Ctx, 'district'>,
  { id, name, birthDay, identity, phone }: Person,
  also: { readonly phones: readonly string[]; readonly homeIds: readonly string[] },
): Promise<NamedIn[]> {
  if (name === null) return []
  const { reader } = ctx.district.pools
  const phones = [...also.phones, ...(phone === null ? [] : [phone])]
  const near = await selectPlansNaming(reader, {
    birthDay,
    phones,
    homeIds: also.homeIds,
    hash: identity?.hash.toString('hex') ?? null,
  })
  const plans = near.filter((plan) => plan.hasNumber || plainName(plan.name) === plainName(name))
  const number = identity && openIdentity(identityKeysOf(ctx.district), id, identity.sealed)
  const isNamed = (texts: RowTexts) =>
    Object.values(texts).some((text) => {
      const said = readPhone(text)
      return (
        plainName(text) === plainName(name) ||
        (number !== null && text.replace(/\W/g, '').toUpperCase().includes(number)) ||
        (said !== undefined && phones.includes(said))
      )
    })
  const kept = await selectKeptCells(reader)
  const cells = kept.filter(({ importId, n, cells: sealed }) => isNamed(openCells(ctx, importId)(n, sealed)))
  const byImport = Map.groupBy([...plans, ...cells], ({ importId }) => importId)
  return [...byImport].map(([importId, rows]) => ({ importId, ns: rows.map(({ n }) => n) }))
}

/** Empties these rows; what waited is not taken in any more. The caller has opened their imports (`tx.openStory`). */
export async function forgetNamed(tx: Tx, named: readonly NamedIn[]): Promise<void> {
  for (const { importId, ns } of named) await emptyTheseRows(tx, importId, ns)
}

/**
 * Empties the names of columns of files in which somebody is named who was erased: in a file without a header they are the
 * cells of a row. `words` are their name and their telephones. As the program itself; done again it changes nothing.
 */
export async function forgetInHeaders(ctx: Ctx, words: readonly string[]): Promise<void> {
  const named = words.map(plainName).filter((word) => word !== '')
  const phones = words.flatMap((word) => readPhone(word) ?? [])
  const isNamed = (text: string) => {
    const phone = readPhone(text)
    return named.some((word) => plainName(text).includes(word)) || (phone && phones.includes(phone))
  }
  const kept = await selectColumnNames(ctx.district.pools.reader)
  for (const { importId, names } of kept)
    if (names.some(isNamed)) await ctx.transaction((tx) => emptyColumnNames(tx, importId))
}
