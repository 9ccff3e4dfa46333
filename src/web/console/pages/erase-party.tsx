import '../books.css'
import '../mediation/mediation.css'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { ErasedParty, EraseParty } from '../../../cases/mediation/contract.ts'
import { Button } from '../../kit/button.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Empty } from '../../kit/states.tsx'
import { ActDialog } from '../act-dialog.tsx'
import { numberOf, WhatGoes } from '../mediation/erase-part.tsx'
import { useMediationAct } from '../mediation/use-mediation.ts'
import { NotPermitted } from '../not-permitted.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useWords } from '../words.ts'

const anId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A party of a mediation is forgotten, by who may erase and is told neither the name nor the dispute. */
export default function ErasePartyPage() {
  const { erase: said } = useWords().consoleMediation
  const { id = '', party = '' } = useParams({ strict: false })
  const isOpen = mayDo(useSignedIn(), 'case.erase')
  useTitle(said.title)
  if (!isOpen) return <NotPermitted />
  if (!anId.test(id) || !anId.test(party)) return <Empty wholePage what={said.wrong} next={said.wrongNext} />
  return (
    <div className="book">
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      <EraseOne key={party} id={id} party={party} />
    </div>
  )
}

function EraseOne({ id, party }: { id: string; party: string }) {
  const { erase: said } = useWords().consoleMediation
  const [asking, setAsking] = useState(false)
  const [texts, setTexts] = useState<number | null>(null)
  const act = useMediationAct<Omit<EraseParty, 'requestId'>, ErasedParty>(
    `/api/mediations/${id}/erase-party`,
    (reply) => {
      setTexts(reply.texts)
      setAsking(false)
    },
  )
  return (
    <section className="panel" aria-label={said.number(numberOf(party))}>
      <h2>{said.number(numberOf(party))}</h2>
      {texts !== null ? (
        <p role="status">{said.done(texts)}</p>
      ) : (
        <>
          <WhatGoes />
          <Button look="danger" onClick={() => setAsking(true)}>
            {said.send}
          </Button>
        </>
      )}
      {asking && (
        <ActDialog
          title={said.ask}
          label={said.send}
          look="danger"
          act={act}
          onClose={() => setAsking(false)}
          onConfirm={() => act.mutate({ partyId: party })}
        >
          <p>{said.noReturn}</p>
        </ActDialog>
      )}
    </section>
  )
}
