package org.driftscope.figure.raster;

/**
 * Published control colours, sRGB hex, evenly spaced. The three sequential maps are every fifth entry of the 256-entry
 * tables their authors released; linear interpolation between them reproduces those tables within 1/255 (viridis, magma)
 * and 4/255 (cividis).
 *
 * <p>Sources: viridis and magma, S. van der Walt and N. Smith, SciPy 2015 (CC0). Cividis, J. Nunez, C. Anderson and R.
 * Renslow, PLoS ONE 13(7), 2018. RdBu (here from blue to red), C. Brewer, ColorBrewer.org, 11 classes.
 */
final class ColorAnchors {
    static final String VIRIDIS =
            """
            440154 46085c 471063 481769 481d6f 482475 472a7a 46307e 453781 433d84 414287 3f4889 3d4e8a
            3a538b 38598c 355e8d 33638d 31688e 2e6d8e 2c718e 2a768e 297b8e 27808e 25848e 23898e 218e8d
            20928c 1f978b 1e9c89 1fa188 21a585 24aa83 28ae80 2eb37c 35b779 3dbc74 46c06f 50c46a 5ac864
            65cb5e 70cf57 7cd250 89d548 95d840 a2da37 b0dd2f bddf26 cae11f d8e219 e5e419 f1e51d fde725
            """;

    static final String CIVIDIS =
            """
            00224e 002656 002a5f 002d68 003070 083370 163770 203a6f 273e6e 2e416d 34456c 3a486c 3f4c6c
            444f6c 49536c 4e566c 535a6d 575d6d 5c616e 60646f 656870 696b71 6d6f72 727274 767676 7a7a78
            7e7d78 838179 888578 8d8878 928c78 969077 9b9476 a09875 a59c74 aaa073 afa471 b5a86f baac6d
            bfb06b c4b468 c9b965 cfbd62 d4c15f dac65b dfca57 e5cf52 ead34c f0d846 f6dd3f fce236 fee838
            """;

    static final String MAGMA =
            """
            000004 02020b 050416 090720 0e0b2b 140e36 1a1042 21114e 29115a 311165 390f6e 420f75 4a1079
            52137c 5a167e 621980 6a1c81 721f81 792282 812581 892881 912b81 992d80 a1307e aa337d b2357b
            ba3878 c23b75 ca3e72 d2426f d9466b e04c67 e75263 ec5860 f1605d f4695c f7725c f97b5d fb8560
            fc8e64 fd9869 fea16e feaa74 feb47b febd82 fec68a fecf92 fed89a fde2a3 fdebac fcf4b6 fcfdbf
            """;

    static final String BLUE_RED =
            """
            053061 2166ac 4393c3 92c5de d1e5f0 f7f7f7 fddbc7 f4a582 d6604d b2182b 67001f
            """;

    private ColorAnchors() {}
}
