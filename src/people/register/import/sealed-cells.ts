import type { SheetRow } from '../../../kernel/sheet/row.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { identityKeysOf } from '../identity-keys.ts'
import { openIdentity, sealIdentity } from '../identity-seal.rule.ts'

/** A row's cells as text, by letter. */
export type RowTexts = Readonly<Record<string, string>>

const bound = (importId: string, n: number): string => `${importId}:${n}`

/** Seals the cells of rows that come back: names and numbers stand in them as they were sent. Bound to their row. */
export function sealCells({ district }: Pick<Ctx, 'district'>, importId: string) {
  const keys = identityKeysOf(district)
  return (n: number, { cells }: SheetRow): Buffer => {
    const texts: RowTexts = Object.fromEntries([...cells].map(([letter, { text }]) => [letter, text]))
    return sealIdentity(keys, bound(importId, n), JSON.stringify(texts))
  }
}

/** The cells again. */
export function openCells({ district }: Pick<Ctx, 'district'>, importId: string) {
  const keys = identityKeysOf(district)
  return (n: number, sealed: Buffer): RowTexts =>
    JSON.parse(openIdentity(keys, bound(importId, n), sealed)) as RowTexts
}
