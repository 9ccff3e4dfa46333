import { lazy, Suspense } from 'react'
import type { ChecklistItem, EstateItem, ItemState, RoundPlace } from '../../../rounds/contract.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { useWords } from '../../preferences.tsx'
import { useNameOf } from '../../shared/names.ts'
import { sayMoment } from '../../words/time.ts'
import type { Place } from './finding-form.tsx'
import { useSaid } from './use-said.ts'
import { openFinding, type Tick } from './walk.rule.ts'

// Most things are fine: the form comes with the first that is not.
const FindingForm = lazy(async () => ({ default: (await import('./finding-form.tsx')).FindingForm }))

interface ItemProps {
  readonly item: ChecklistItem
  readonly known: EstateItem | undefined
  readonly tick: Tick | undefined
  /** Whether its form is open: a finding is one once it was noted. */
  readonly asking: boolean
  readonly estate: RoundPlace
  readonly places: readonly Place[]
  /** While a finding is sent no other form is opened. */
  readonly sending: boolean
  onSending(sending: boolean): void
  onTick(tick: Tick | null): void
  onAsk(asking: boolean): void
}

/** One thing of the list: what still stands open of it first, then how it is, in one tap. */
export function ItemCard(props: ItemProps) {
  const { item, known, tick, asking, estate, places, sending, onSending, onTick, onAsk } = props
  const { walk } = useSaid()
  const nameOf = useNameOf()
  const name = nameOf(item)
  const open = tick === undefined ? openFinding(known) : null
  const states = walk.states[item.kind]
  const choose = (state: ItemState) => {
    onAsk(state === 'found' && tick?.state !== 'found')
    if (state !== 'found') onTick({ state, findingId: null })
    else if (tick?.state !== 'found') onTick(null)
  }
  const pressed = asking ? 'found' : tick?.state
  return (
    <div className="walk__item">
      <p className="walk__name">{name}</p>
      {item.basis !== null && <small>{walk.basis(item.basis)}</small>}
      {open && !asking ? (
        <OpenFinding
          open={open}
          onStill={() => onTick({ state: 'found', findingId: open.findingId })}
          onGone={() => onTick({ state: 'fine', findingId: null })}
        />
      ) : (
        <fieldset className="segments">
          <legend className="unseen">{walk.stateOf(name)}</legend>
          {(['fine', 'found', 'absent'] as const).map((state) => (
            <button
              key={state}
              type="button"
              aria-pressed={pressed === state}
              disabled={sending && (asking || state === 'found')}
              onClick={() => choose(state)}
            >
              {states[state]}
            </button>
          ))}
        </fieldset>
      )}
      {asking && (
        <Suspense fallback={null}>
          <FindingForm
            item={item}
            estate={estate}
            places={places}
            onSending={onSending}
            onNoted={(findingId) => {
              onTick({ state: 'found', findingId })
              onAsk(false)
            }}
            onCancel={() => onAsk(false)}
          />
        </Suspense>
      )}
    </div>
  )
}

/** A finding that stands open is said before anybody asks: still so, or solved. */
function OpenFinding({
  open,
  onStill,
  onGone,
}: {
  open: Pick<EstateItem, 'cases' | 'checkedAt'>
  onStill(): void
  onGone(): void
}) {
  const words = useWords()
  const { walk } = useSaid()
  const going = open.cases.find(({ state }) => state === 'open' || state === 'reopened')
  const said =
    going === undefined
      ? walk.toldBefore(sayMoment(words, open.checkedAt, nowMs()))
      : going.state === 'open'
        ? walk.openCase(going.number, sayMoment(words, going.acceptedAt, nowMs()))
        : walk.reopenedCase(going.number)
  return (
    <div className="walk__open">
      {said}
      <div className="walk__acts">
        <Button look="quiet" onClick={onStill}>
          {walk.still}
        </Button>
        <Button look="quiet" onClick={onGone}>
          {walk.gone}
        </Button>
      </div>
    </div>
  )
}
