import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import { readStandingAreas } from './area.sql.ts'
import {
  changedShapes,
  changesHands,
  groundChanging,
  markOf,
  movingAreas,
  type Standing,
} from './area-change.rule.ts'
import { readAreaFile } from './area-file.rule.ts'
import type { AreaFile } from './area-rows.rule.ts'
import type {
  ApplyAreaChange,
  AreaChanged,
  AreaChangeFault,
  AreaChangePlan,
  ChangeAreas,
} from './change.contract.ts'
import { importAreas } from './import-areas.ts'
import { planImport } from './import-plan.rule.ts'

/** More outlines would not be told apart on a screen. */
const mostShapes = 200

/** What a file would change, with what rooms above need to count what hangs on it. */
export interface AreaChangePreview {
  readonly plan: AreaChangePlan
  /** Areas that go to another parent, with all that they hold. */
  readonly movingIds: readonly string[]
  /** Whether a point would lie in another grid than now. */
  readonly changesHands: (point: { readonly lon: number; readonly lat: number }) => boolean
}

/**
 * Says what a file of areas would change from a day on, and changes nothing. Refuses `import_file_unreadable`, and
 * `area_move_not_allowed` for a day to come.
 */
export async function previewAreaChange(ctx: Ctx, tx: Tx, body: ChangeAreas): Promise<AreaChangePreview> {
  ctx.must('area.manage')
  const standing = await readStandingAreas(tx)
  const file = readFile(ctx, body, standing)
  const plan = planImport(file.areas, standing, body.fromDay)
  const shapes = changedShapes(plan, standing)
  const moving = movingAreas(plan, standing)
  const inside: AreaChangePlan['inside'] = {}
  for (const { kind } of moving) inside[kind] = (inside[kind] ?? 0) + 1
  return {
    plan: {
      added: plan.add.length,
      changed: plan.change.length,
      moved: plan.move.length,
      same: plan.same,
      faults: faultsOf(file, plan.faults),
      shapes: shapes.slice(0, mostShapes),
      shapesCut: Math.max(0, shapes.length - mostShapes),
      inside,
      groundSquareMetres: groundChanging(shapes),
      mark: markOf(plan, body.fromDay),
    },
    movingIds: moving.map(({ id }) => id),
    changesHands: changesHands(shapes, standing),
  }
}

/** Makes a change hold that was looked at before. Refuses as the preview does, and `areas_changed` where it would now be another. */
export async function applyAreaChange(ctx: Ctx, body: ApplyAreaChange): Promise<AreaChanged> {
  ctx.must('area.manage')
  const file = await ctx.read(async (tx) => readFile(ctx, body, await readStandingAreas(tx)))
  const { fromDay, mark } = body
  const { added, changed, same, faults } = await importAreas(ctx, file.areas, {
    fromDay,
    accept: (plan) => {
      if (markOf(plan, fromDay) !== mark) throw new Refusal('areas_changed')
    },
  })
  return { added, changed, same, refused: faults.length + file.faults.length }
}

function readFile(ctx: Ctx, { file, system, fromDay }: ChangeAreas, standing: Standing): AreaFile {
  if (fromDay > dayOf(ctx.clock.now(), ctx.district.timeZone))
    throw new Refusal('area_move_not_allowed', { rule: 'in_future' })
  const known = new Map(
    [...standing].flatMap(([code, { kind, ended }]) => (ended ? [] : [[code, kind] as const])),
  )
  return readAreaFile(file, { system, known })
}

const faultsOf = (
  file: AreaFile,
  left: readonly { readonly code: string; readonly reason: NonNullable<AreaChangeFault['reason']> }[],
): AreaChangeFault[] => [
  ...file.faults.map(({ row, field }) => ({ row, field, code: null, reason: null })),
  ...left.map(({ code, reason }) => ({ row: null, field: null, code, reason })),
]
