import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { isRefusal } from '../../api/problem.ts'
import { buttonClass } from '../../kit/button.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { Empty } from '../../kit/states.tsx'
import { useOneUp } from '../../shared/wall/use-one-up.ts'
import { useWall } from '../../shared/wall/use-wall.ts'
import { Hall } from '../hall/hall.tsx'
import { useReading } from '../words.ts'

/** 指挥大屏: how an area stands, left on all day and read from far away. */
export default function WallPage() {
  const { words } = useReading()
  const { screen: said } = words
  const raw: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const navigate = useNavigate()
  const { reading, isLost } = useWall(typeof raw.area === 'string' ? raw.area : undefined)
  const goTo = useCallback((area: string) => void navigate({ to: '/', search: { area } }), [navigate])
  useTitle(said.title)
  useOneUp(reading.data?.steps ?? [], goTo)
  if (isRefusal(reading.error, 'sign_in_needed'))
    return (
      <Empty wholePage what={said.signIn} next={said.signInNext}>
        <a className={buttonClass({})} href="/console/">
          {said.toConsole}
        </a>
      </Empty>
    )
  if (isRefusal(reading.error, 'not_permitted'))
    return (
      <Empty wholePage what={words.refusals.byCode.not_permitted({})} next={said.notHere}>
        <a className={buttonClass({})} href="/console/">
          {said.console}
        </a>
      </Empty>
    )
  return (
    <Shown reading={reading} heading={said.title}>
      {(wall) => <Hall wall={wall} isLost={isLost} goTo={goTo} />}
    </Shown>
  )
}
