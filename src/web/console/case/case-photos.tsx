import type { CaseStory } from '../../../cases/story.contract.ts'
import { photoAddress } from '../../shared/upload-photo.ts'
import { useWords } from '../words.ts'

/** Photographs by what they show, small; each opens in full. */
export function CasePhotos({ photos }: { photos: CaseStory['photos'] }) {
  const { photoPurposes, photo } = useWords().consoleCase
  const purposes = (['report', 'handling', 'evidence'] as const).filter((purpose) =>
    photos.some((one) => one.purpose === purpose),
  )
  return purposes.map((purpose) => (
    <figure key={purpose} className="case__photos">
      <figcaption>{photoPurposes[purpose]}</figcaption>
      {photos
        .filter((one) => one.purpose === purpose)
        .map(({ fileId }, index) => (
          <a key={fileId} href={photoAddress(fileId, 'full')} target="_blank" rel="noreferrer">
            <img
              src={photoAddress(fileId, 'small')}
              alt={photo(photoPurposes[purpose], index + 1)}
              loading="lazy"
            />
          </a>
        ))}
    </figure>
  ))
}
