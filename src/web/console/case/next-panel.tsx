import { useState } from 'react'
import type { CaseStory } from '../../../cases/story.contract.ts'
import { useWords } from '../words.ts'
import { actForms, type PanelAct, panelActs } from './acts/forms.ts'

/** Acts that nobody waits for: they are offered, and not opened by themselves. */
const aside: ReadonlySet<PanelAct> = new Set(['publish', 'request', 'erase', 'decline', 'refer', 'join'])

/** What must happen next, and exactly the acts that this reader may do now, one form open at a time. */
export function NextPanel({ story }: { story: CaseStory }) {
  const said = useWords().consoleCase
  const acts = panelActs.filter((act) => story.can.includes(act))
  const [chosen, setChosen] = useState<PanelAct | null>(null)
  // Taking a joined case out again is a way back, and not what anybody waits for.
  const joined = story.stage === 'joined'
  const first = joined ? null : (acts.find((act) => !aside.has(act)) ?? null)
  const open = chosen !== null && acts.includes(chosen) ? chosen : first
  const Form = open === null ? null : actForms[open]
  return (
    <section className="panel" aria-label={said.headings.next}>
      <h3>{said.headings.next}</h3>
      <p className="panel__next">{said.next[story.stage]}</p>
      {/* One act that is open anyhow needs no choice: its button says what it does. */}
      {acts.length > (open === null ? 0 : 1) && (
        <ul className="panel__acts" aria-label={said.headings.acts}>
          {acts.map((act) => (
            <li key={act}>
              <button type="button" aria-pressed={act === open} onClick={() => setChosen(act)}>
                {joined && act === 'screen' ? said.screenApart : said.acts[act]}
              </button>
            </li>
          ))}
        </ul>
      )}
      {Form !== null && <Form key={open} story={story} />}
    </section>
  )
}
