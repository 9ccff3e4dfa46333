import '../books.css'
import { useSearch } from '@tanstack/react-router'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { useWall } from '../../shared/wall/use-wall.ts'
import { WallState } from '../../shared/wall/wall-state.tsx'
import { NotPermitted } from '../not-permitted.tsx'
import { OverviewView } from '../overview/overview-view.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useWords } from '../words.ts'

/** 总览: how an area stands at this moment, for a desk. */
export default function OverviewPage() {
  const isOpen = mayDo(useSignedIn(), 'case.see')
  const { consoleOverview: said } = useWords()
  useTitle(said.title)
  if (!isOpen) return <NotPermitted />
  return (
    <div className="book">
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      <Standing />
    </div>
  )
}

function Standing() {
  const words = useWords()
  const raw: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const { reading, isLost } = useWall(typeof raw.area === 'string' ? raw.area : undefined)
  return (
    <>
      <WallState wall={reading.data} isLost={isLost} words={words} />
      <Shown reading={reading} long>
        {(wall) => <OverviewView wall={wall} />}
      </Shown>
    </>
  )
}
