import { useState } from 'react'
import { useAddress } from '../../address.ts'
import type { UnitChoice } from '../../module.ts'
import { Section } from '../../parts/page-header.part.tsx'
import { Tree, type TreeNode } from '../../parts/tree.part.tsx'
import { UnitPicker } from '../../parts/unit-picker.part.tsx'
import classes from './parts-sample.module.css'
import { findSampleUnits, sampleTree } from './sample-data.ts'

/** The tree with 5,500 units beside the choice of a unit; `?cay=` names the unit that is chosen at first. */
export function TreeSample() {
  const [selected, setSelected] = useState<TreeNode | null>(null)
  const [unit, setUnit] = useState<UnitChoice | null>(null)
  const [{ cay }] = useAddress({ cay: 'c2' })
  return (
    <Section title="Cây tổ chức" note={sampleTree.length}>
      <div className={classes.two}>
        <Tree
          nodes={sampleTree}
          label="Hệ thống tổ chức đảng (minh hoạ)"
          figureLabel="số tổ chức trực thuộc"
          selected={selected?.id ?? unit?.id ?? cay}
          onSelect={setSelected}
          height="26rem"
        />
        <div className="sheet padded">
          <UnitPicker
            label="Nơi tiếp nhận"
            description="Gõ vài chữ, không cần dấu: “thuy dac”"
            value={unit}
            onChange={(next) => {
              setUnit(next)
              setSelected(null)
            }}
            find={findSampleUnits}
            name="sample"
          />
          <p className="soft">Đang chọn trên cây: {selected?.name ?? 'chưa chọn'}</p>
        </div>
      </div>
    </Section>
  )
}
