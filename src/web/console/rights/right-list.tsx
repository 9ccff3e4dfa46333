import { useEffect, useRef, useState } from 'react'
import type { RightPage, RightRow } from '../../../people/rights/contract.ts'
import { useReadPages } from '../../api/use-read.ts'
import { Empty } from '../../kit/states.tsx'
import { RowPages } from '../../shared/row-pages.tsx'
import { RightItem } from './right-item.tsx'
import { useSaid } from './use-said.ts'

/** Requests that wait, the nearest day first; or those that were answered. One is open at a time. */
export function RightList({ stage }: { stage: 'asked' | 'answered' }) {
  const said = useSaid()
  const [openId, setOpenId] = useState<string | null>(null)
  const [answered, setAnswered] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const reading = useReadPages<RightPage>(`/api/rights?stage=${stage}`)
  // The request that was answered is gone, and the focus with it: the next one takes it.
  useEffect(() => {
    if (answered > 0) list.current?.focus()
  }, [answered])
  return (
    <div ref={list} tabIndex={-1} className="rights__waiting">
      <RowPages<RightRow> reading={reading} none={<Empty {...said.none[stage]} />}>
        {(rows) => (
          <ul className="rights__list">
            {rows.map((right) => (
              <li key={right.id} className="panel">
                <RightItem
                  right={right}
                  isOpen={openId === right.id}
                  onToggle={() => setOpenId(openId === right.id ? null : right.id)}
                  onAnswered={() => {
                    setOpenId(null)
                    setAnswered(answered + 1)
                  }}
                />
              </li>
            ))}
          </ul>
        )}
      </RowPages>
    </div>
  )
}
