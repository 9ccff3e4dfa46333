import { z } from 'zod'
import { AreaKind, AreaStep, EstateKind } from '../areas/contract.ts'
import { Unit } from '../organisations/contract.ts'
import { PostKind } from './contract.ts'

/** A place that has a QR plate of its own. */
const Plate = z.object({ id: z.uuid(), nameZh: z.string(), nameEn: z.string(), placeCode: z.string() })
export type Plate = z.infer<typeof Plate>

/** A unit that answers somewhere, and how to reach it. */
export const ServingUnit = Unit.pick({
  id: true,
  kind: true,
  nameZh: true,
  nameEn: true,
  phone: true,
}).extend({
  /** The kind of area that it serves. */
  serves: AreaKind,
})
export type ServingUnit = z.infer<typeof ServingUnit>

const Estate = Plate.extend({
  estateKind: EstateKind.nullable(),
  buildings: z.array(Plate),
  /** Who serves this estate and no wider place: its property firm. */
  units: z.array(ServingUnit),
})

/** A grid as whoever looks after it sees it: what stands there, who answers there, and who works next to it. */
export const MyGrid = Plate.extend({
  post: PostKind,
  /** The way down, the district first and the grid last. */
  steps: z.array(AreaStep),
  estates: z.array(Estate),
  /** Buildings that belong to no estate. */
  buildings: z.array(Plate),
  /** Who answers in the grid: the nearest first, the district's units last. */
  units: z.array(ServingUnit),
  /** Grid workers and grid leaders of the community, as residents may know them; of this grid first. */
  people: z.array(
    z.object({
      kind: z.enum(['grid_worker', 'grid_leader']),
      name: z.string(),
      phone: z.string().nullable(),
      grid: AreaStep,
    }),
  ),
})
export type MyGrid = z.infer<typeof MyGrid>

export const MyGrids = z.object({ grids: z.array(MyGrid) })
export type MyGrids = z.infer<typeof MyGrids>
