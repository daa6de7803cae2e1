//! Constants of nature and of zinc, SI.
//! Here because every module must use the same digits.

/// Faraday constant, C mol⁻¹ (exact, SI 2019).
pub const FARADAY_C_MOL: f64 = 96_485.332_123_310_02;
/// Molar gas constant, J mol⁻¹ K⁻¹ (exact, SI 2019).
pub const GAS_CONSTANT_J_MOL_K: f64 = 8.314_462_618_153_24;
/// Charge number of Zn²⁺.
pub const CHARGE_NUMBER: f64 = 2.0;
/// Molar volume of zinc metal, m³ mol⁻¹ (65.38 g mol⁻¹ over 7.14 g cm⁻³, handbook values).
pub const ZINC_MOLAR_VOLUME_M3_MOL: f64 = 9.16e-6;
/// Molar mass of zinc, kg mol⁻¹ (handbook value).
pub const ZINC_MOLAR_MASS_KG_MOL: f64 = 65.38e-3;
/// Standard potential of Zn²⁺/Zn against the standard hydrogen electrode, V (the review's figure; handbooks give −0.7618).
pub const ZINC_STANDARD_POTENTIAL_V: f64 = -0.76;
/// Concentration of the standard state, mol m⁻³.
pub const STANDARD_CONCENTRATION_MOL_M3: f64 = 1000.0;
/// Temperature at which rate and transport parameters are given, K.
pub const REFERENCE_TEMPERATURE_K: f64 = 298.15;
/// Radius of Zn²⁺ with its water, m; assumed: the value this simulator was designed with.
pub const HYDRATED_ZINC_RADIUS_M: f64 = 0.43e-9;
/// Permittivity of vacuum, F m⁻¹ (CODATA 2022).
pub const VACUUM_PERMITTIVITY_F_M: f64 = 8.854_187_818_8e-12;
