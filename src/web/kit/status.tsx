import './status.css'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'

const SayContext = createContext<((text: string) => void) | null>(null)

/** A reader of large type or with a screen reader needs the longer of these. */
const shownMs = (text: string): number => Math.max(4000, text.length * 180)

/** Says short news ("已提交") at the foot of the page and to screen readers, without taking the focus. */
export function StatusRegion({ children }: { children: ReactNode }) {
  const [news, setNews] = useState({ text: '', n: 0 })
  const say = useCallback((text: string) => setNews(({ n }) => ({ text, n: n + 1 })), [])
  useEffect(() => {
    if (news.text === '') return
    const timer = setTimeout(() => setNews(({ n }) => ({ text: '', n })), shownMs(news.text))
    return () => clearTimeout(timer)
  }, [news])
  return (
    <SayContext value={say}>
      {children}
      <div className="status no-print" role="status" aria-live="polite">
        {news.text && (
          <p key={news.n} className="status__line">
            {news.text}
          </p>
        )}
      </div>
    </SayContext>
  )
}

/** `say('已提交')`. */
export function useSay(): (text: string) => void {
  const say = useContext(SayContext)
  if (say === null) throw new Error('StatusRegion is missing above this component')
  return say
}
