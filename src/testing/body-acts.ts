import type { Unit } from '../organisations/contract.ts'
import type { BodyView, TermBegun } from '../people/offices/office.contract.ts'
import type { World } from './world.ts'
import { act } from './world-client.ts'

/** What a street does with the bodies of its territory, in the world of a test. */
export function bodyActs(world: () => World) {
  const street = () => world().as('street')
  /** A body as it is founded: its code, kind, place, and the one above it. */
  const body = (
    code: string,
    kind: string,
    place: keyof World['places'],
    parentId: string | null = null,
  ) => ({ code, kind, nameZh: `柳巷${code}`, areaId: world().places[place].id, parentId })
  const found = (...of: Parameters<typeof body>) => street().does<Unit>('/api/units', body(...of))
  const view = (id: string) => street().sees<BodyView>(`/api/bodies/${id}`)
  const office = async (unitId: string, title: string) =>
    (await view(unitId)).offices.find((one) => one.title === title)!
  const take = async (unitId: string, title: string, whom: object, more: object = {}) => {
    const { id: officeId } = await office(unitId, title)
    return street().does<TermBegun>('/api/terms', act({ officeId, ...whom, ...more }))
  }
  return { body, found, view, office, take }
}
