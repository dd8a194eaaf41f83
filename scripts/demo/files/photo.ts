import sharp from 'sharp';
import { scenes, type SceneName } from './scenes.ts';

/** Where and when a pretended phone took the picture. Degrees north and west. */
export type Shot = { scene: SceneName; takenAt: string; north: number; west: number; seed?: number };

const width = 1280;
const height = 960;

/**
 * Renders a scene as a phone would hand it over: grain, vignette, and EXIF with the position, the moment, the make of the
 * phone, and the picture lying on its side with the flag that says so. What is published must have lost all of that.
 */
export async function takePhoto(shot: Shot): Promise<Buffer> {
  const turned = await sharp(Buffer.from(frame(scenes[shot.scene], shot.seed ?? 7)))
    .rotate(-90)
    .jpeg({ quality: 82 })
    .toBuffer();
  return sharp(turned)
    .jpeg({ quality: 82 })
    .withExif({
      IFD0: { Make: 'Fabrimobile', Model: 'FM-12', Software: '17.2', DateTime: shot.takenAt, Orientation: '6' },
      IFD2: { DateTimeOriginal: shot.takenAt },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: sexagesimal(shot.north),
        GPSLongitudeRef: 'W',
        GPSLongitude: sexagesimal(shot.west),
      },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

/** EXIF writes an angle as three fractions: degrees, minutes, seconds. */
function sexagesimal(degrees: number): string {
  const whole = Math.floor(degrees);
  const minutes = (degrees - whole) * 60;
  const seconds = Math.round((minutes - Math.floor(minutes)) * 6000);
  return `${whole}/1 ${Math.floor(minutes)}/1 ${seconds}/100`;
}

function frame(scene: string, seed: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 1600 1200">
  <defs>
    <filter id="grain"><feTurbulence type="fractalNoise" baseFrequency="0.8" numOctaves="2" seed="${seed}"/>
      <feColorMatrix values="0 0 0 0 0.5  0 0 0 0 0.5  0 0 0 0 0.5  0.5 0 0 0 0"/></filter>
    <filter id="soft"><feGaussianBlur stdDeviation="1.6"/></filter>
    <filter id="shadow"><feGaussianBlur stdDeviation="22"/></filter>
    <radialGradient id="vignette" cx="50%" cy="45%" r="75%">
      <stop offset="55%" stop-color="#000" stop-opacity="0"/><stop offset="100%" stop-color="#000" stop-opacity="0.45"/>
    </radialGradient>
    <linearGradient id="wall" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#e9e2d4"/><stop offset="1" stop-color="#c9bfab"/></linearGradient>
    <linearGradient id="metal" x1="0" x2="1"><stop offset="0" stop-color="#9fa6ab"/><stop offset="0.3" stop-color="#eef1f2"/><stop offset="0.7" stop-color="#cfd5d8"/><stop offset="1" stop-color="#8b9297"/></linearGradient>
    <linearGradient id="wood" x1="0" x2="1"><stop offset="0" stop-color="#8a6139"/><stop offset="0.5" stop-color="#a87b4c"/><stop offset="1" stop-color="#7b5431"/></linearGradient>
  </defs>
  <g filter="url(#soft)">${scene}</g>
  <rect width="1600" height="1200" filter="url(#grain)" opacity="0.22"/>
  <rect width="1600" height="1200" fill="url(#vignette)"/>
</svg>`;
}
