import '../books.css'
import '../mediation/mediation.css'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { MediationPage, MediationQuery } from '../../../cases/mediation/page.contract.ts'
import { useReadPages, withQuery } from '../../api/use-read.ts'
import { useTitle } from '../../kit/shell.tsx'
import { Empty, Loading } from '../../kit/states.tsx'
import { RowPages } from '../../shared/row-pages.tsx'
import { MediationList } from '../mediation/mediation-list.tsx'
import { useWaitingMediations } from '../mediation/use-mediation.ts'
import { NotPermitted } from '../not-permitted.tsx'
import { PressOne } from '../press-one.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useWords } from '../words.ts'
import DisputeFiguresPage from './dispute-figures.tsx'

type List = MediationQuery['list']
const lists: readonly List[] = ['mine', 'open', 'watched', 'over', 'all']

/** 人民调解: what waits for the committee first. Whoever conducts none finds the counts. */
export default function MediationsPage() {
  const { consoleMediation: said } = useWords()
  const me = useSignedIn()
  useTitle(said.title)
  if (!mayDo(me, 'mediation.conduct'))
    return mayDo(me, 'mediation.count') ? <DisputeFiguresPage /> : <NotPermitted />
  return (
    <div className="book">
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      <p className="no-print">
        <Link to="/mediations/figures" className="text-button">
          {said.toFigures}
        </Link>
      </p>
      <Book />
    </div>
  )
}

function Book() {
  const counted = useWaitingMediations()
  if (counted === undefined) return <Loading />
  return <Lists first={counted.waiting > 0 ? 'mine' : 'open'} />
}

function Lists({ first }: { first: List }) {
  const { consoleMediation: said } = useWords()
  const [list, setList] = useState(first)
  const reading = useReadPages<MediationPage>(withQuery('/api/mediations', { list }))
  return (
    <section aria-label={said.lists[list]}>
      <PressOne<List>
        label={said.lists.label}
        options={lists.map((key) => ({ key, label: said.lists[key] }))}
        value={list}
        onChoose={setList}
      />
      <RowPages
        reading={reading}
        count={said.shown}
        none={<Empty what={said.none[list]} next={said.noneNext} />}
      >
        {(rows) => <MediationList rows={rows} />}
      </RowPages>
    </section>
  )
}
