import './whistles.css'
import { Link } from '@tanstack/react-router'
import type { CaseStory } from '../../../cases/story.contract.ts'
import type { WhistlePage } from '../../../cases/whistle/contract.ts'
import { useRead, withQuery } from '../../api/use-read.ts'
import { buttonClass } from '../../kit/button.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useWords } from '../words.ts'
import { WhistleList } from './whistle-list.tsx'

const over: ReadonlySet<string> = new Set(['joined', 'declined', 'referred', 'withdrawn', 'closed'])

/** The whistles blown for a case, and the way to blow one: for whoever sees or blows them. */
export function CaseWhistles({ story }: { story: CaseStory }) {
  const { ofCase: said } = useWords().consoleWhistles
  const me = useSignedIn()
  const sees = mayDo(me, 'whistle.see')
  const { data } = useRead<WhistlePage>(sees ? withQuery('/api/whistles', { caseId: story.id }) : null)
  // What nobody has looked at yet, or must stay confidential, is not called out to other units.
  const fit = story.matter !== null && !story.confidential && !over.has(story.stage)
  const blows = mayDo(me, 'whistle.blow') && fit
  const rows = data?.rows ?? []
  if (rows.length === 0 && !blows) return null
  return (
    <section className="panel" aria-label={said.title}>
      <h3>{said.title}</h3>
      {rows.length > 0 && <WhistleList rows={rows} isPart />}
      {blows && (
        <Link
          to="/whistles/new"
          search={{ case: story.id }}
          className={`${buttonClass({ look: 'quiet' })} no-print`}
        >
          {said.blow}
        </Link>
      )}
    </section>
  )
}
