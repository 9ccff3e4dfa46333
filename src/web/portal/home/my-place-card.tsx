import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { useWords } from '../../preferences.tsx'
import { type ChosenPlace, isWide, useSayPlace } from '../../shared/my-place.ts'
import { FinerPlace, PlaceSearch } from '../../shared/place-search.tsx'

/** Chooses once where the reader lives. Not needed for anything but seeing who and what is near. */
export function MyPlaceCard({
  start,
  onKeep,
}: {
  start: ChosenPlace | null
  onKeep(place: ChosenPlace): void
}) {
  const words = useWords()
  const { place: said, worker } = words.portal
  const sayPlace = useSayPlace()
  const [place, setPlace] = useState(start)
  return (
    <Card title={said.title}>
      <p className="field__hint">{said.why}</p>
      {place === null ? (
        <PlaceSearch onChoose={setPlace} />
      ) : (
        <>
          <div className="place" role="status">
            <span className="place__name">{sayPlace(place.steps)}</span>
            <Button look="quiet" onClick={() => setPlace(null)}>
              {said.change}
            </Button>
          </div>
          {isWide(place) && <p className="field__hint">{worker.tooWide}</p>}
          <FinerPlace key={place.id} place={place} onChoose={setPlace} />
          <Button wide onClick={() => onKeep(place)}>
            {said.keep}
          </Button>
        </>
      )}
    </Card>
  )
}
