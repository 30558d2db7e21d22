;; H37: looks at what relaxed SIMD leaves to the machine: lanes behind the end, masks that are no masks, integers that
;; overflow, NaNs, and whether a product is rounded before it is added to. It forwards its input only if every answer is
;; the one of the deterministic profile.
(global $zero (mut f32) (f32.const 0))
(func $is (param $found i32) (param $expected i32)
  (if (i32.ne (local.get $found) (local.get $expected)) (then unreachable)))
(func (export "process") (type $process)
  (call $is
    (i32x4.extract_lane 0
      (i8x16.relaxed_swizzle
        (v128.const i32x4 0x44332211 0 0 0)
        (v128.const i32x4 0x7f100100 0 0 0)))
    (i32.const 0x00002211))
  (call $is
    (i32x4.extract_lane 0
      (i8x16.relaxed_laneselect
        (v128.const i32x4 0xffffffff 0 0 0)
        (v128.const i32x4 0 0 0 0)
        (v128.const i32x4 0x0f0f0f0f 0 0 0)))
    (i32.const 0x0f0f0f0f))
  (call $is
    (i32x4.extract_lane 0
      (i32x4.relaxed_trunc_f32x4_s (f32x4.splat (f32.div (global.get $zero) (global.get $zero)))))
    (i32.const 0))
  (call $is
    (i32x4.extract_lane 0 (i32x4.relaxed_trunc_f32x4_s (v128.const f32x4 3e9 0 0 0)))
    (i32.const 0x7fffffff))
  (call $is
    (i16x8.extract_lane_s 0
      (i16x8.relaxed_q15mulr_s
        (v128.const i16x8 -32768 0 0 0 0 0 0 0)
        (v128.const i16x8 -32768 0 0 0 0 0 0 0)))
    (i32.const 32767))
  ;; (1 + 2^-23)^2 - (1 + 2^-22) is 2^-46, and nothing if the product is rounded first.
  (call $is
    (i32x4.extract_lane 0
      (f32x4.relaxed_madd
        (v128.const i32x4 0x3f800001 0 0 0)
        (v128.const i32x4 0x3f800001 0 0 0)
        (v128.const i32x4 0xbf800002 0 0 0)))
    (i32.const 0x28800000))
  (call $is
    (i32x4.extract_lane 0
      (f32x4.relaxed_min
        (f32x4.splat (f32.div (global.get $zero) (global.get $zero)))
        (v128.const f32x4 1 0 0 0)))
    (i32.const 0x7fc00000))
  (call $is
    (i32x4.extract_lane 0
      (f32x4.sqrt (v128.const f32x4 -1 0 0 0)))
    (i32.const 0x7fc00000))
  (call $forward-all (local.get $records))
  (i32.const 0))
