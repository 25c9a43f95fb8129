### Days and times.

format-today = aaj
format-tomorrow = kal
format-day = { $day } ({ $date })
format-slot = { $day }, { $window }
format-window = { $part ->
    [morning] subah
    [afternoon] dopahar
    [evening] shaam
   *[night] raat
} { $start }–{ $end } baje{ $same_half ->
   *[any] { "" }
}{ $half ->
   *[any] { "" }
}{ $first_half ->
   *[any] { "" }
}
format-clock = { $part ->
    [morning] subah
    [afternoon] dopahar
    [evening] shaam
   *[night] raat
} { $time }{ $half ->
   *[any] { "" }
}
format-until = { $clock } tak
format-until-day = { $day } { $clock } tak
format-weight = { $kilos } kilo
format-pieces = { $dozens ->
    [0] { $rest ->
        [one] { $rest } aam
       *[other] { $rest } aam
    }
   *[other] { $rest ->
        [0] { $dozens } darjan
       *[other] { $dozens } darjan + { $rest }
    }
}
