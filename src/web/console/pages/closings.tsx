import '../books.css'
import '../closings/closings.css'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTitle } from '../../kit/shell.tsx'
import { AskList, CallList, FlagList } from '../closings/lists.tsx'
import { ResultList } from '../closings/result-list.tsx'
import { NotPermitted } from '../not-permitted.tsx'
import { PressOne } from '../press-one.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useWords } from '../words.ts'

type View = 'calls' | 'flags' | 'asks' | 'results'

/** 结案把关: closings to look at; and for the desk that closes, whom to call back and what is asked for once more. */
export default function ClosingsPage() {
  const { consoleClosings: said } = useWords()
  const me = useSignedIn()
  const closes = mayDo(me, 'case.check')
  const looks = mayDo(me, 'case.press')
  const views: readonly View[] = [
    ...(closes ? (['calls'] as const) : []),
    ...(looks ? (['flags'] as const) : []),
    ...(closes ? (['asks', 'results'] as const) : []),
  ]
  const { view: asked } = useSearch({ strict: false }) as { view?: View }
  const navigate = useNavigate()
  const view = views.find((one) => one === asked) ?? views[0]
  useTitle(said.title)
  if (view === undefined) return <NotPermitted />
  return (
    <div className="book closings">
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      {views.length > 1 && (
        <PressOne<View>
          label={said.show}
          options={views.map((value) => ({ key: value, label: said.views[value] }))}
          value={view}
          onChoose={(next) => void navigate({ to: '/closings', search: { view: next }, replace: true })}
        />
      )}
      {view === 'calls' && <CallList />}
      {view === 'flags' && <FlagList />}
      {view === 'asks' && <AskList />}
      {view === 'results' && <ResultList />}
    </div>
  )
}
