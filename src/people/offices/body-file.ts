import { atlasOf } from '../../areas/door.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { openTable, repeatsHeader } from '../../kernel/sheet/header.ts'
import { isBlank } from '../../kernel/sheet/row.ts'
import { officesByBody, unitsToCompare, usualOffices } from '../../organisations/door.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { readSheet } from '../../platform/sheet/read-sheet.ts'
import type { Tx } from '../../platform/transaction.ts'
import { mayAct } from '../permission.rule.ts'
import { applyPlan } from './apply-bodies.ts'
import { type BodyColumn, type BodyFileResult, BodySheet } from './body-file.contract.ts'
import { sheetHeader, sheetNames } from './body-file-words.rule.ts'
import { type BodyPlan, type Standing, termKey } from './body-plan.rule.ts'
import { type BodyRows, type RawRow, readBodyRows } from './body-rows.rule.ts'
import { holdersByCode } from './holders.sql.ts'
import { mayKeep } from './may-keep.rule.ts'
import { planBodies } from './plan-bodies.rule.ts'
import { termsToCompare } from './terms.sql.ts'

/**
 * The rows of a workbook of bodies, of the pages that it has. Refuses `file_kind_not_accepted` for what is no workbook,
 * `import_header_missing` where none of its pages has a name that is known, and as `readSheet` and `openTable` do.
 */
export async function readBodyFile(source: Buffer, name: string): Promise<RawRow[]> {
  if (!/\.xlsx$/i.test(name))
    throw new Refusal('file_kind_not_accepted', { kind: name.slice(name.lastIndexOf('.')) })
  const rows: RawRow[] = []
  let pages = 0
  for (const sheet of BodySheet.options) {
    const page = await Array.fromAsync(readSheet(source, name, undefined, Object.values(sheetNames[sheet])))
    if (page.length === 0) continue
    pages++
    const { header, body } = await openTable(each(page), sheetHeader(sheet))
    for await (const row of body) {
      if (isBlank(row) || repeatsHeader(row, header)) continue
      const cells = new Map(
        [...header.columns].flatMap(([column, { letter }]) => {
          const cell = row.cells.get(letter)
          return cell ? [[column, cell] as const] : []
        }),
      )
      rows.push({ sheet, row: row.rowNumber, cells: cells satisfies ReadonlyMap<BodyColumn, unknown> })
    }
  }
  if (pages === 0)
    throw new Refusal('import_header_missing', {
      column: BodySheet.options.map((sheet) => sheetNames[sheet].zh).join('、'),
      nearestRow: null,
    })
  return rows
}

async function* each<Row>(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows
}

/** What stands, as a file is compared with it; what the asker may keep is asked of the one table of permission. */
async function standingOf(ctx: Ctx, tx: Tx): Promise<Standing> {
  const atlas = await atlasOf(ctx)
  const today = dayOf(ctx.clock.now(), ctx.district.timeZone)
  const terms = await termsToCompare(tx)
  return {
    today,
    areas: new Map(atlas.below(atlas.district).map((area) => [area.code, area])),
    bodies: await unitsToCompare(tx),
    offices: await officesByBody(tx),
    people: await holdersByCode(tx),
    terms: new Map(terms.map((term) => [termKey(term.officeId, term.personCode, term.startsOn), term])),
    current: new Set(
      terms.filter(({ endedOn }) => endedOn === null).map((term) => `${term.officeId} ${term.personCode}`),
    ),
    mayRename: mayAct(ctx.who, 'body.manage', { path: [atlas.district.id] }),
    usual: (kind) => usualOffices(kind, today),
    may: (kind, path) => mayKeep(ctx.who, kind, path),
  }
}

/** Takes bodies, offices and terms in: sound rows, with every fault in the others. The same rows once more add nothing. */
export async function takeInBodies(ctx: Ctx, rows: BodyRows): Promise<BodyFileResult> {
  ctx.must('body.manage')
  const atlas = await atlasOf(ctx)
  return ctx.transaction(async (tx) => {
    const plan: BodyPlan = planBodies(rows, await standingOf(ctx, tx))
    await applyPlan(ctx, tx, atlas, plan)
    return plan.result
  })
}

/** Takes a workbook of bodies, offices and holders in (three pages, one file). */
export async function importBodyFile(ctx: Ctx, source: Buffer, name: string): Promise<BodyFileResult> {
  ctx.must('body.manage')
  return takeInBodies(ctx, readBodyRows(await readBodyFile(source, name)))
}

/** What `importBodyFile` would do, by the same reading and the same plan, writing nothing. */
export async function tryBodyFile(ctx: Ctx, source: Buffer, name: string): Promise<BodyFileResult> {
  ctx.must('body.manage')
  const rows = readBodyRows(await readBodyFile(source, name))
  return ctx.read(async (tx) => planBodies(rows, await standingOf(ctx, tx)).result)
}
