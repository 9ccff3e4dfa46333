import type { DistrictCard } from '../../areas/contract.ts'
import { useRead } from '../api/use-read.ts'
import type { ChosenPlace } from './my-place.ts'

/** The district as a place: from it one goes down list by list. Null until it is known, or where it is not set up. */
export function useWholeDistrict(): ChosenPlace | null {
  const { data } = useRead<DistrictCard>('/api/district', { staleMs: 300_000 })
  if (!data || data.areaId === null) return null
  const { areaId: id, nameZh, nameEn } = data
  return { id, steps: [{ id, kind: 'district', nameZh, nameEn }] }
}
