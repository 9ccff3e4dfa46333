import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Wall } from '../../../cases/wall/contract.ts'
import { useRead, withQuery } from '../../api/use-read.ts'

/** Lights turn with time too, without anybody's act. */
const anywayMs = 60_000

/**
 * The wall of an area, read anew whenever the server says that something changed, when a lost connection stands again, and
 * each minute. `isLost`: what is shown may be old.
 */
export function useWall(areaId: string | undefined) {
  const path = withQuery('/api/wall', { areaId })
  const reading = useRead<Wall>(path, { keepLast: true })
  const queries = useQueryClient()
  const [isLost, setLost] = useState(false)
  useEffect(() => {
    const again = () => void queries.invalidateQueries({ queryKey: [path] })
    const stream = new EventSource('/api/wall/stream')
    stream.addEventListener('changed', again)
    stream.addEventListener('open', () => setLost(false))
    stream.addEventListener('error', () => setLost(true))
    const minute = window.setInterval(again, anywayMs)
    return () => {
      stream.close()
      window.clearInterval(minute)
    }
  }, [path, queries])
  return { reading, isLost: isLost || reading.error !== null }
}
