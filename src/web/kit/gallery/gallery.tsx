import './gallery.css'
import { useState } from 'react'
import { Problem } from '../../api/problem.ts'
import { nowMs } from '../../clock.ts'
import { usePreferences } from '../../preferences.tsx'
import { sayDue } from '../../words/time.ts'
import { Button } from '../button.tsx'
import { Card } from '../card.tsx'
import { ClockBar, ClockLight } from '../clock-bar.tsx'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { Light } from '../light.tsx'
import { Pager } from '../pager.tsx'
import { FootTabs, Switches } from '../shell.tsx'
import { Empty, EmptyCard, Loading, Offline, Refused } from '../states.tsx'
import { useSay } from '../status.tsx'
import { Timeline } from '../timeline.tsx'
import { accounts } from './accounts.ts'
import { CardSamples } from './card-samples.tsx'
import { FormSamples } from './form-samples.tsx'
import { samplesEn, samplesZh } from './samples.ts'

/** Every part of the kit in every state: what is drawn here is what the pages are made of. */
export function Gallery() {
  const { language, words, theme, setTheme } = usePreferences()
  const samples = language === 'zh' ? samplesZh : samplesEn
  const tabs = words.faces.portal.tabs
  const next = theme === 'dark' ? 'light' : 'dark'
  return (
    <main className="gallery">
      <Switches />
      <h1>{samples.title}</h1>
      <Button look="quiet" onClick={() => setTheme(next)}>
        {words.common.switches[next]}
      </Button>
      <h2>{samples.headings.lights}</h2>
      <Lights />
      <h2>{samples.headings.clockBar}</h2>
      {Object.entries(accounts).map(([state, account]) => (
        <Card
          key={state}
          title={samples.caseTitle}
          edge={account.light}
          aside={<ClockLight account={account} />}
        >
          <ClockBar account={account} />
        </Card>
      ))}
      <h2>{samples.headings.timeline}</h2>
      <Card>
        <Timeline acts={samples.acts} />
      </Card>
      <h2>{samples.headings.cards}</h2>
      <CardSamples samples={samples} />
      <h2>{samples.headings.buttons}</h2>
      <Buttons />
      <h2>{samples.headings.form}</h2>
      <FormSamples samples={samples} />
      <h2>{samples.headings.states}</h2>
      <States />
      <FootTabs
        label={tabs.label}
        tabs={[
          { to: '/', label: tabs.home },
          { to: '/no', label: tabs.follow },
        ]}
      />
    </main>
  )
}

function Lights() {
  const { words } = usePreferences()
  const dueAt = new Date(nowMs()).toISOString()
  return (
    <div className="gallery__row">
      <Light light="green" />
      <Light light="yellow" />
      <Light light="red" />
      <Light light="none" />
      <Light light="green">{sayDue(words, dueAt, nowMs())}</Light>
    </div>
  )
}

function Buttons() {
  const { language, words } = usePreferences()
  const { actions, states } = words.common
  const say = useSay()
  const [asking, setAsking] = useState(false)
  const samples = language === 'zh' ? samplesZh : samplesEn
  return (
    <>
      <Button big wide onClick={() => say(states.sent)}>
        {words.faces.portal.reportButton}
      </Button>
      <div className="gallery__row gallery__row--apart">
        <Button onClick={() => say(states.saved)}>{actions.save}</Button>
        <Button look="quiet" onClick={() => setAsking(true)}>
          {samples.openDialog}
        </Button>
        <Button look="danger">{actions.remove}</Button>
        <Button busy>{actions.send}</Button>
        <Button disabled>{actions.send}</Button>
        <button type="button" className="link-button">
          {actions.edit}
        </button>
      </div>
      {asking && (
        <ConfirmDialog
          title={samples.dialogTitle}
          onClose={() => setAsking(false)}
          label={actions.confirm}
          onConfirm={() => setAsking(false)}
        >
          <p>{words.faces.portal.emergency}</p>
        </ConfirmDialog>
      )}
    </>
  )
}

function States() {
  const { words } = usePreferences()
  const { pendingPage } = words.common
  const refused = new Problem('refused', { status: 422, code: 'case_reason_needed' })
  const broken = new Problem('broken', { status: 500, reference: '7f3a' })
  const retry = () => undefined
  return (
    <>
      <Card>
        <Empty what={pendingPage.what} next={pendingPage.next} />
      </Card>
      <Card>
        <EmptyCard what={pendingPage.what} next={pendingPage.next} />
      </Card>
      <Card>
        <Loading />
      </Card>
      <Card>
        <Offline onRetry={retry} />
      </Card>
      <Card>
        <Refused error={refused} />
      </Card>
      <Card>
        <Refused error={broken} onRetry={retry} />
      </Card>
      <Card>
        <Pager shown={20} hasMore busy={false} onMore={retry} />
      </Card>
      <Card>
        <Pager shown={31} hasMore={false} busy={false} onMore={retry} />
      </Card>
    </>
  )
}
