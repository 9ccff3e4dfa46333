import type { CaseStory } from '../../../cases/story.contract.ts'
import { photoAddress } from '../../shared/upload-photo.ts'
import { useWords } from '../words.ts'

/** Photographs by what they show, small; each opens in full. */
export function CasePhotos({
  photos,
  purposes,
}: {
  photos: CaseStory['photos']
  purposes: readonly CaseStory['photos'][number]['purpose'][]
}) {
  const { photoPurposes, photo } = useWords().consoleCase
  const there = purposes.filter((purpose) => photos.some((one) => one.purpose === purpose))
  return there.map((purpose) => (
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
