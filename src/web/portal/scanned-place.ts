import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Place } from '../../areas/contract.ts'
import { useRead } from '../api/use-read.ts'
import { type ChosenPlace, chosenPlace, keepMyPlace } from '../shared/my-place.ts'

/** What a scanned address says after `?place=`; the router may have put it in quotes. */
export const placeCodeIn = (search: string): string | null => {
  const said = new URLSearchParams(search).get('place')?.replace(/"/g, '').trim()
  return said ? said : null
}

interface Scanned {
  readonly code: string | null
  readonly place: ChosenPlace | null
  readonly error: Error | null
}

/** The place of the QR code by which the reader came, remembered on this phone as where they live. */
export function useScannedPlace(): Scanned {
  const code = placeCodeIn(useLocation().searchStr)
  const { data, error } = useRead<Place>(code === null ? null : `/api/places/${encodeURIComponent(code)}`, {
    staleMs: 300_000,
  })
  useEffect(() => {
    if (data) keepMyPlace(chosenPlace(data))
  }, [data])
  return { code, place: data ? chosenPlace(data, data.code) : null, error }
}
