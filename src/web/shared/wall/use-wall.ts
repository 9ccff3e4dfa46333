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
    const refresh = oneAfterAnother(() => queries.invalidateQueries({ queryKey: [path] }))
    const stop = listen(refresh, setLost)
    const minute = window.setInterval(refresh, anywayMs)
    return () => {
      stop()
      window.clearInterval(minute)
    }
  }, [path, queries])
  return { reading, isLost: isLost || reading.error !== null }
}

/** Runs `work` whenever it is asked for, never twice at once: what is asked for meanwhile is one more run after it. */
function oneAfterAnother(work: () => Promise<void>): () => void {
  let isRunning = false
  let isAsked = false
  const run = async () => {
    isRunning = true
    do {
      isAsked = false
      await work()
    } while (isAsked)
    isRunning = false
  }
  return () => {
    isAsked = true
    if (!isRunning) void run()
  }
}

/** How long a line may be gone before it is called lost, and after what time one that was refused is tried again. */
const patienceMs = 5000

/**
 * Hears of changes until it is stopped; a line that breaks is opened again, also where the browser gave it up. While nobody
 * looks at the page there is none.
 */
function listen(onChange: () => void, onLost: (isLost: boolean) => void): () => void {
  let stream: EventSource | undefined
  let lost: number | undefined
  let retry: number | undefined
  const close = () => {
    stream?.close()
    window.clearTimeout(lost)
    window.clearTimeout(retry)
    lost = undefined
  }
  const open = () => {
    const opened = new EventSource('/api/wall/stream')
    stream = opened
    opened.addEventListener('changed', onChange)
    opened.addEventListener('open', () => {
      window.clearTimeout(lost)
      lost = undefined
      onLost(false)
    })
    opened.addEventListener('error', () => {
      lost ??= window.setTimeout(() => onLost(true), patienceMs)
      if (opened.readyState === EventSource.CLOSED) retry = window.setTimeout(open, patienceMs)
    })
  }
  const seenOrNot = () => {
    close()
    if (!document.hidden) open()
  }
  seenOrNot()
  document.addEventListener('visibilitychange', seenOrNot)
  return () => {
    document.removeEventListener('visibilitychange', seenOrNot)
    close()
  }
}
