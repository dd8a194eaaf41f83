/** Pictures of the things people complain about, as SVG bodies on a 1600 × 1200 ground; frame and grain are added by photo.ts. */
const room = `<rect width="1600" height="860" fill="url(#wall)"/><rect y="860" width="1600" height="340" fill="url(#wood)"/>
  <rect y="840" width="1600" height="26" fill="#f6f2ea"/>`;

const tiles = (color: string, line: string) => {
  const parts = [`<rect width="1600" height="1200" fill="${color}"/>`];
  for (let x = 0; x <= 1600; x += 160) parts.push(`<path d="M${x} 0V1200" stroke="${line}" stroke-width="5"/>`);
  for (let y = 0; y <= 1200; y += 160) parts.push(`<path d="M0 ${y}H1600" stroke="${line}" stroke-width="5"/>`);
  return parts.join('');
};

/** A refrigerator with its door ajar, its shelf dark, and a puddle before it. */
const fridge = `${room}
  <rect x="150" y="420" width="360" height="440" fill="#f4f1ea"/><rect x="140" y="400" width="380" height="30" fill="#6e6259"/>
  <rect x="170" y="460" width="150" height="380" fill="#e4dfd4"/><rect x="340" y="460" width="150" height="380" fill="#e4dfd4"/>
  <ellipse cx="850" cy="985" rx="520" ry="60" fill="#000" opacity="0.35" filter="url(#shadow)"/>
  <rect x="620" y="110" width="430" height="860" rx="14" fill="url(#metal)"/>
  <rect x="636" y="126" width="398" height="250" rx="8" fill="#dfe4e6"/><rect x="1000" y="200" width="14" height="120" rx="7" fill="#60676c"/>
  <rect x="636" y="396" width="398" height="556" fill="#2b3338"/>
  <path d="M650 520H1020M650 650H1020M650 790H1020" stroke="#8d989e" stroke-width="7"/>
  <rect x="680" y="560" width="70" height="88" rx="8" fill="#c7d8c0"/><rect x="790" y="585" width="130" height="63" rx="6" fill="#b5764a"/>
  <circle cx="720" cy="755" r="34" fill="#9c2f2a"/><circle cx="800" cy="760" r="30" fill="#a94a35"/>
  <path d="M1034 396L1280 330V1010L1034 952Z" fill="url(#metal)"/><path d="M1250 480v180" stroke="#60676c" stroke-width="16"/>
  <path d="M560 1040q120-70 320-44t300 60q-90 90-330 80t-290-96z" fill="#bcd3df" opacity="0.75"/>
  <path d="M640 1050q110-34 240-20" stroke="#fff" stroke-width="8" fill="none" opacity="0.7"/>`;

/** A sofa whose middle cushion has opened at the seam. */
const sofa = `${room}
  <rect x="980" y="120" width="360" height="280" fill="#fff"/><rect x="1000" y="140" width="320" height="240" fill="#8fb3c9"/>
  <path d="M1000 340l90-90 70 60 80-110 80 100v80h-320z" fill="#54785f"/>
  <ellipse cx="800" cy="1010" rx="640" ry="50" fill="#000" opacity="0.35" filter="url(#shadow)"/>
  <rect x="240" y="500" width="1120" height="300" rx="60" fill="#5d6f78"/><rect x="180" y="600" width="200" height="360" rx="70" fill="#546670"/>
  <rect x="1220" y="600" width="200" height="360" rx="70" fill="#546670"/><rect x="330" y="860" width="940" height="110" fill="#4a5a63"/>
  <rect x="360" y="730" width="300" height="160" rx="34" fill="#6d808a"/><rect x="650" y="738" width="310" height="152" rx="34" fill="#687b85"/>
  <rect x="950" y="730" width="300" height="160" rx="34" fill="#6d808a"/>
  <path d="M690 790q40-26 70 6t60-10 80 14q-40 44-100 30t-110-40z" fill="#e9d9ae"/><path d="M690 790q40-26 70 6t60-10 80 14" stroke="#2f3a40" stroke-width="6" fill="none"/>
  <path d="M720 800l-10-30m60 30l6-36m50 30l14-34" stroke="#cfd6d9" stroke-width="4"/>
  <rect x="360" y="965" width="50" height="50" fill="#3a2a1b"/><rect x="1190" y="965" width="50" height="50" fill="#3a2a1b"/>`;

/** A dashboard with its engine light on. */
const dashboard = `<rect width="1600" height="1200" fill="#23272b"/><path d="M0 260q800-210 1600 0v940H0z" fill="#34393e"/>
  <ellipse cx="800" cy="640" rx="680" ry="370" fill="#14171a"/>
  <g fill="none" stroke="#dfe6ea" stroke-width="8"><circle cx="470" cy="640" r="240"/><circle cx="1130" cy="640" r="240"/></g>
  <g stroke="#dfe6ea" stroke-width="10">${Array.from({ length: 11 }, (_, i) => {
    const a = Math.PI * (0.75 + (i * 1.5) / 10);
    return [470, 1130]
      .map(
        (cx) =>
          `<path d="M${cx + 205 * Math.cos(a)} ${640 + 205 * Math.sin(a)}L${cx + 235 * Math.cos(a)} ${640 + 235 * Math.sin(a)}"/>`,
      )
      .join('');
  }).join('')}</g>
  <path d="M470 640L330 780" stroke="#e4572e" stroke-width="12"/><path d="M1130 640L1000 560" stroke="#e4572e" stroke-width="12"/>
  <circle cx="470" cy="640" r="26" fill="#555"/><circle cx="1130" cy="640" r="26" fill="#555"/>
  <g transform="translate(735 560)" fill="none" stroke="#ffb400" stroke-width="11"><path d="M10 40h30l20-24h50l16 24h26v60h-26l-14 20H50l-16-20H10z"/><path d="M60 0h50M-12 50v46"/></g>
  <rect x="700" y="760" width="200" height="70" rx="8" fill="#0f2b1e"/><path d="M720 800h26m16 0h26m16 0h26m16 0h26" stroke="#7dffb2" stroke-width="18"/>
  <path d="M-100 1250q900-330 1800 0" stroke="#0d0f11" stroke-width="90" fill="none"/>`;

/** An above-ground pool with cloudy water and a wrinkled liner. */
const pool = `<rect width="1600" height="520" fill="#a9c8dd"/><path d="M0 520q200-160 420-90t440-30 400 40 340 30v300H0z" fill="#5d7f4c"/>
  <rect y="620" width="1600" height="580" fill="#7d9a57"/>
  <ellipse cx="800" cy="1010" rx="720" ry="90" fill="#000" opacity="0.35" filter="url(#shadow)"/>
  <path d="M110 640v300q690 190 1380 0V640z" fill="#d9dee2"/>${Array.from({ length: 12 }, (_, i) => `<path d="M${170 + i * 115} 660v320" stroke="#aab3ba" stroke-width="8"/>`).join('')}
  <ellipse cx="800" cy="640" rx="700" ry="190" fill="#eef1f3"/><ellipse cx="800" cy="650" rx="650" ry="160" fill="#5f8f86"/>
  <path d="M210 640q120 90 260 120M300 610q150 70 330 200M1370 640q-140 100-300 130" stroke="#3d6a63" stroke-width="12" fill="none"/>
  <ellipse cx="880" cy="640" rx="330" ry="60" fill="#88ad7f" opacity="0.6"/><path d="M520 620q80-20 160 0M900 690q120-24 220 6" stroke="#d5e6df" stroke-width="7" fill="none"/>
  <path d="M1180 470v220M1260 470v220M1180 520h80M1180 580h80M1180 640h80" stroke="#f7f7f7" stroke-width="16"/>`;

/** A laptop whose screen shows stripes. */
const laptop = `${tiles('#cdb592', '#b99f79')}
  <ellipse cx="800" cy="1000" rx="640" ry="70" fill="#000" opacity="0.4" filter="url(#shadow)"/>
  <path d="M330 180h940v560H330z" fill="#1b1d20"/><path d="M360 210h880v500H360z" fill="#2b5d8f"/>
  ${Array.from({ length: 26 }, (_, i) => `<rect x="${380 + ((i * 137) % 840)}" y="210" width="${3 + (i % 5) * 3}" height="500" fill="${['#ff4d6d', '#6dff9c', '#fff', '#111'][i % 4]}" opacity="0.75"/>`).join('')}
  <path d="M360 560h880v40H360z" fill="#000" opacity="0.6"/>
  <path d="M250 1010l80-270h940l80 270z" fill="#a7adb3"/><path d="M360 900l40-140h800l40 140z" fill="#2a2d31"/>
  ${Array.from({ length: 4 }, (_, r) => `<path d="M${395 - r * 8} ${785 + r * 32}H${1205 + r * 8}" stroke="#565b61" stroke-width="20" stroke-dasharray="46 12"/>`).join('')}
  <rect x="660" y="925" width="280" height="66" rx="8" fill="#8f959b"/>`;

/** A mattress sagging in the middle, with a ruler across. */
const mattress = `${room}
  <rect x="150" y="340" width="1300" height="230" rx="30" fill="url(#wood)"/>
  <ellipse cx="800" cy="1030" rx="720" ry="60" fill="#000" opacity="0.35" filter="url(#shadow)"/>
  <path d="M170 590q630 210 1260 0v330H170z" fill="#f1f2ee"/><path d="M170 590q630 210 1260 0" stroke="#b7bcb3" stroke-width="10" fill="none"/>
  ${Array.from({ length: 9 }, (_, i) => `<path d="M${240 + i * 140} 640q40 130 0 260" stroke="#d4d8cf" stroke-width="8" fill="none"/>`).join('')}
  <path d="M170 800h1260v160H170z" fill="#c9d2da"/><rect x="200" y="955" width="60" height="70" fill="#4a3320"/><rect x="1340" y="955" width="60" height="70" fill="#4a3320"/>
  <path d="M240 592L1360 604" stroke="#e8c34a" stroke-width="26"/><path d="M260 592L1340 603" stroke="#8a6b12" stroke-width="6" stroke-dasharray="4 24"/>
  <path d="M800 612V690" stroke="#c0392b" stroke-width="8"/><path d="M780 668l20 26 20-26" fill="none" stroke="#c0392b" stroke-width="8"/>`;

/** Kitchen cabinets hung out of level, one door missing. */
const cabinets = `<rect width="1600" height="1200" fill="url(#wall)"/><rect y="880" width="1600" height="320" fill="#7c6a58"/>
  <g fill="#f2efe6" stroke="#c8c1b1" stroke-width="6"><rect x="90" y="120" width="320" height="420"/><rect x="430" y="120" width="320" height="420" transform="rotate(2.2 430 120)"/>
  <rect x="790" y="150" width="320" height="420" fill="#8b7a66"/><rect x="1150" y="128" width="340" height="420" transform="rotate(-1.4 1150 128)"/></g>
  <path d="M790 290h320M790 430h320" stroke="#6d5d4b" stroke-width="14"/>
  <g fill="#6b6b6b"><rect x="370" y="420" width="14" height="90"/><rect x="470" y="440" width="14" height="90"/><rect x="1180" y="440" width="14" height="90"/></g>
  <rect x="60" y="700" width="1480" height="44" fill="#4d5357"/><g fill="#f2efe6" stroke="#c8c1b1" stroke-width="6"><rect x="90" y="744" width="440" height="330"/><rect x="550" y="744" width="440" height="330"/><rect x="1010" y="744" width="480" height="330"/></g>
  <path d="M430 600q60 30 40 80t50 20" stroke="#8d8169" stroke-width="7" fill="none"/><path d="M980 660l60-30 90 40 120-10" stroke="#b9ad95" stroke-width="10" fill="none"/>
  <rect x="1200" y="610" width="190" height="88" fill="#d9a441" opacity="0.9"/><path d="M1200 650h190" stroke="#8a6420" stroke-width="6"/>`;

/** A parcel crushed at one corner, its tape torn. */
const parcel = `${tiles('#8c8f94', '#74777c')}
  <ellipse cx="800" cy="960" rx="560" ry="80" fill="#000" opacity="0.45" filter="url(#shadow)"/>
  <path d="M330 420l520-150 460 170-500 190z" fill="#d0a874"/><path d="M330 420l480 210v360L360 760z" fill="#b98d57"/><path d="M810 630l500-190-40 330-460 220z" fill="#a57a48"/>
  <path d="M330 420l-40 90 70 60 20-60 60 50 10-70z" fill="#7a5630"/><path d="M360 470l60 20-30 40 70 30" stroke="#4d3519" stroke-width="8" fill="none"/>
  <path d="M590 345l480 185v90" stroke="#e9dfc4" stroke-width="44" fill="none" opacity="0.8"/><path d="M700 388l30 40 20-24 40 44" stroke="#6b5a35" stroke-width="7" fill="none"/>
  <rect x="930" y="640" width="200" height="120" fill="#f5f3ee" transform="skewY(-21) translate(0 360)"/><path d="M950 665h150M950 690h120M950 715h140" stroke="#555" stroke-width="8" transform="skewY(-21) translate(0 360)"/>`;

/** A heat pump outside a wall, iced over. */
const heatPump = `<rect width="1600" height="1200" fill="#9b5f47"/>${Array.from({ length: 15 }, (_, r) => `<path d="M0 ${r * 80}H1600" stroke="#c9a792" stroke-width="7"/><path d="M${(r % 2) * 80} ${r * 80 + 40}H1600" stroke="#c9a792" stroke-width="78" stroke-dasharray="6 154"/>`).join('')}
  <path d="M0 1010q400-60 800-20t800-30v240H0z" fill="#eef3f7"/><rect x="360" y="330" width="900" height="640" rx="16" fill="#e5e5df"/>
  <circle cx="720" cy="650" r="270" fill="#3c4246"/><g stroke="#c7cdd0" stroke-width="8" fill="none"><circle cx="720" cy="650" r="260"/><circle cx="720" cy="650" r="200"/><circle cx="720" cy="650" r="140"/><circle cx="720" cy="650" r="80"/><path d="M450 650h540M720 380v540"/></g>
  <path d="M1060 400h150M1060 440h150M1060 480h150M1060 520h150" stroke="#b8b8b0" stroke-width="14"/>
  <path d="M430 890l30 150 24-120 40 170 30-160 44 130 26-150 50 190 34-200 40 120 30-110 50 160 30-150 40 120 24-130 40 100z" fill="#d8ecf7" opacity="0.9"/>
  <path d="M480 500q80 40 40 120t60 150" stroke="#e8f5fc" stroke-width="26" fill="none" opacity="0.8"/>`;

export const scenes = { fridge, sofa, dashboard, pool, laptop, mattress, cabinets, parcel, heatPump };
export type SceneName = keyof typeof scenes;
